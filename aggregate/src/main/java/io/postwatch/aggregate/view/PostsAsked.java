// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.aggregate.search.WordsQuery;
import io.postwatch.text.Folding;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Which posts are asked for; what is empty may be anything.
 *
 * @param handle with or without its sign
 * @param hashtag with or without its sign
 * @param from epoch milliseconds, inclusive
 * @param to exclusive
 */
public record PostsAsked(
    String handle, String hashtag, String words, String platform, long from, long to) {

  /**
   * The question to the index.
   *
   * @throws IllegalArgumentException if the words cannot be asked for; the message says why
   */
  public Query query() {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    add(all, LongPoint.newRangeQuery(PostDocument.SEEN, Long.MIN_VALUE, to - 1));
    add(all, LongPoint.newRangeQuery(PostDocument.LAST, from, Long.MAX_VALUE));
    addTerm(all, PostDocument.HANDLE, name(handle, "@＠"));
    addTerm(all, PostDocument.HASHTAG, name(hashtag, "#＃"));
    addTerm(all, PostDocument.PLATFORM, platform);
    if (!words.isEmpty()) {
      add(all, WordsQuery.of(PostDocument.TEXT, words));
    }
    return all.build();
  }

  private static String name(String written, String signs) {
    String word = written.strip();
    boolean hasSign = !word.isEmpty() && signs.indexOf(word.charAt(0)) >= 0;
    return Folding.strict(hasSign ? word.substring(1) : word);
  }

  private static void addTerm(BooleanQuery.Builder all, String field, String value) {
    if (!value.isEmpty()) {
      add(all, new TermQuery(new Term(field, value)));
    }
  }

  private static void add(BooleanQuery.Builder all, Query query) {
    all.add(query, BooleanClause.Occur.FILTER);
  }
}
