// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What people ask for: words, all of which must occur, and phrases in quotes. There is no other
 * syntax, so that nothing that is asked can fail or be costly.
 */
public final class WordsQuery {
  private static final int LONGEST = 500;
  private static final int MOST_WORDS = 64;

  /** A phrase, which a missing quote lets run to the end, or what is between spaces. */
  private static final Pattern PART =
      Pattern.compile("[\"“”„«»]([^\"“”„«»]*)(?:[\"“”„«»]|$)|([^\\s\"“”„«»]+)");

  private WordsQuery() {}

  /**
   * The words, if they can be asked for.
   *
   * @throws IllegalArgumentException as {@link #of}
   */
  public static String checked(String words) {
    of("", words);
    return words;
  }

  /**
   * The query for words in a field.
   *
   * @throws IllegalArgumentException if there is no word, or too many; the message says what was
   *     expected
   */
  public static Query of(String field, String words) {
    if (words.length() > LONGEST) {
      throw new IllegalArgumentException("expected at most " + LONGEST + " characters");
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    int number = 0;
    Matcher parts = PART.matcher(words);
    try (Analyzer analyzer = Words.ofQuestions()) {
      while (parts.find()) {
        String part = parts.group(1) == null ? parts.group(2) : parts.group(1);
        List<String> terms = terms(analyzer, part);
        number += terms.size();
        if (number > MOST_WORDS) {
          throw new IllegalArgumentException("expected at most " + MOST_WORDS + " words");
        }
        if (!terms.isEmpty()) {
          all.add(query(field, terms), BooleanClause.Occur.FILTER);
        }
      }
    }
    if (number == 0) {
      throw new IllegalArgumentException("expected words, or a \"phrase\" in quotes");
    }
    return all.build();
  }

  private static Query query(String field, List<String> terms) {
    return terms.size() == 1
        ? new TermQuery(new Term(field, terms.get(0)))
        : new PhraseQuery(field, terms.toArray(String[]::new));
  }

  private static List<String> terms(Analyzer analyzer, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream words = analyzer.tokenStream("", new StringReader(text))) {
      CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        terms.add(term.toString());
      }
      words.end();
      return terms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
