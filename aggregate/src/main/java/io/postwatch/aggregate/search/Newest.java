// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.search;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * How many things are kept, and by which field they are the newest.
 *
 * @param age field that has a number, the higher the newer
 */
record Newest(String age, int most) {
  /** Deleting a few is hardly cheaper than deleting many. */
  private static final double SLACK = 1.1;

  boolean isExceededBy(int number) {
    return number > most * SLACK;
  }

  /** What is to go; empty while there is not too much. */
  Optional<Query> others(IndexSearcher searcher) throws IOException {
    if (!isExceededBy(searcher.getIndexReader().numDocs())) {
      return Optional.empty();
    }
    long low = 0;
    long high = Long.MAX_VALUE;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (searcher.count(LongPoint.newRangeQuery(age, middle, Long.MAX_VALUE)) > most) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Optional.of(LongPoint.newRangeQuery(age, Long.MIN_VALUE, low - 1));
  }
}
