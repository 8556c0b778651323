// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.schema.Clock;
import java.util.Collection;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Which incidents may be asked for: no others are, and some of these are not.
 *
 * @param topics any of these; empty: any
 * @param place empty: any
 * @param clock by which from and to are
 * @param from epoch milliseconds, inclusive
 * @param to exclusive
 * @param watchList empty: everybody's
 * @param platform empty: any
 * @param post empty: any
 */
public record IncidentsAsked(
    Set<String> topics,
    String place,
    Clock clock,
    long from,
    long to,
    String watchList,
    String platform,
    String post) {

  /** The question to the index. */
  public Query query() {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (clock == Clock.SEEN) {
      add(all, LongPoint.newRangeQuery(IncidentDocument.SEEN, Long.MIN_VALUE, to - 1));
      add(all, LongPoint.newRangeQuery(IncidentDocument.LAST, from, Long.MAX_VALUE));
    } else {
      add(all, LongPoint.newRangeQuery(IncidentDocument.POSTED_FROM, from, to - 1));
      add(all, LongPoint.newRangeQuery(IncidentDocument.POSTED_UNTIL, Long.MIN_VALUE, to));
    }
    if (!topics.isEmpty()) {
      add(all, new TermInSetQuery(IncidentDocument.TOPIC, bytes(topics)));
    }
    addTerm(all, IncidentDocument.PLACE, place);
    addTerm(all, IncidentDocument.LIST, watchList);
    addTerm(all, IncidentDocument.PLATFORM, platform);
    addTerm(all, IncidentDocument.POST, post);
    return all.build();
  }

  private static void addTerm(BooleanQuery.Builder all, String field, String value) {
    if (!value.isEmpty()) {
      add(all, new TermQuery(new Term(field, value)));
    }
  }

  private static void add(BooleanQuery.Builder all, Query query) {
    all.add(query, BooleanClause.Occur.FILTER);
  }

  private static Collection<BytesRef> bytes(Set<String> texts) {
    return texts.stream().map(BytesRef::new).toList();
  }
}
