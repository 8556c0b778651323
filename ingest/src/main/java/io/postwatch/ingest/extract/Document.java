// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

/**
 * One page or text as a source delivered it.
 *
 * @param source path or URL it came from, or {@code -} for standard input
 * @param content decoded characters, HTML or plain text
 */
public record Document(String source, String content) {}
