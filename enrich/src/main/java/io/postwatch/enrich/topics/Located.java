// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

/**
 * A text and where its file has it.
 *
 * @param text as it is read, without YAML's quotes
 */
public record Located(String text, FilePosition at) {}
