// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.post.FoundPost;

/**
 * A post whose beginning the text marks.
 *
 * @param start index of its first character
 * @param end index after its last
 */
record ShownPost(int start, int end, FoundPost post) {}
