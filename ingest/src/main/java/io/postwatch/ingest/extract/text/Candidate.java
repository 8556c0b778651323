// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

/**
 * A possible start of a post.
 *
 * @param start index in the text
 * @param clues what speaks for it and against it
 */
record Candidate(int start, Tally clues) {}
