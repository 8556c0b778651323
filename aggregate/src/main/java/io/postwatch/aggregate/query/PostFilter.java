// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

/**
 * Which posts are asked for; what is empty may be anything.
 *
 * @param handle of the author, as watch lists may name it
 * @param hashtag as watch lists may name it
 * @param words all of which must occur, and phrases in quotes
 * @param platform of the post
 * @param from seen at this time or later, epoch milliseconds
 * @param to seen before this time
 */
public record PostFilter(
    String handle, String hashtag, String words, String platform, long from, long to) {}
