// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import java.util.List;

/**
 * A part of a list that is asked for page by page.
 *
 * @param items what is on this page
 * @param next where the next page goes on, which only the question itself understands; empty: this
 *     is the last
 */
public record Page(List<?> items, List<String> next) {

  /**
   * Where a page begins, and how long it is at most.
   *
   * @param from number of the first item, 0 for the first page
   * @param limit how many, at least 1
   */
  public record Cut(int from, int limit) {

    /** The page of a list that is known to its end. */
    public Page of(List<?> all) {
      return of(all, item -> item);
    }

    /** The same, of what is made of its items. */
    public <T> Page of(List<? extends T> all, java.util.function.Function<? super T, ?> form) {
      int begin = Math.min(from, all.size());
      int end = Math.min(begin + limit, all.size());
      List<String> next = end < all.size() ? List.of(Integer.toString(end)) : List.of();
      return new Page(all.subList(begin, end).stream().map(form).toList(), next);
    }
  }
}
