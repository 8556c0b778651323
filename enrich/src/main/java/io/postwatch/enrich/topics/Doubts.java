// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.tokens.Phrases;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.enrich.tokens.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds what makes a sentence speak of something else than events of today: history, fiction,
 * sport.
 */
final class Doubts {
  /** How many words a doubt reaches, to both sides, inside its sentence. */
  private static final int REACH = 12;

  private static final int MOST = 50;
  private static final Set<String> BEFORE_A_YEAR =
      Set.of(
          "in",
          "of",
          "during",
          "from",
          "the",
          "early",
          "late",
          "year",
          "en",
          "de",
          "del",
          "du",
          "в",
          "с",
          "у",
          "з",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private final Phrases<Doubt> phrases = new Phrases<>();
  private final Doubt past;

  /**
   * A reason to doubt.
   *
   * @param topics what is doubtful then; everything when empty
   */
  private record Doubt(Set<String> topics) {
    boolean concerns(String topic) {
      return topics.isEmpty() || topics.contains(topic);
    }
  }

  /** A doubt at a token, with the sentence that it stands in. */
  private record Raised(Doubt doubt, int at, int sentenceFrom, int sentenceTo) {
    boolean reaches(int from, int to) {
      return from < sentenceTo && to > sentenceFrom && from - REACH <= at && at < to + REACH;
    }
  }

  Doubts() {
    Doubt first = null;
    for (Table.Row row : Table.beside(Doubts.class, "doubts.tsv").rows()) {
      Doubt doubt = new Doubt(Set.copyOf(row.list(2)));
      first = first == null ? doubt : first;
      row.list(1).forEach(phrase -> phrases.putIfAbsent(phrase, doubt));
    }
    past = first;
  }

  /** The doubts that a text raises. */
  InText in(List<Token> tokens) {
    List<Raised> raised = new ArrayList<>();
    int sentence = 0;
    for (int at = 0; at < tokens.size() && raised.size() < MOST; at++) {
      if (tokens.get(at).border() == Border.STOP) {
        sentence = at;
      }
      Doubt doubt = at(tokens, at);
      if (doubt != null) {
        raised.add(new Raised(doubt, at, sentence, sentenceEnd(tokens, at)));
      }
    }
    return new InText(raised);
  }

  private Doubt at(List<Token> tokens, int at) {
    if (isPastYear(tokens, at)) {
      return past;
    }
    return phrases.longestAt(tokens, at, any -> true).map(Phrases.Match::value).orElse(null);
  }

  private static int sentenceEnd(List<Token> tokens, int from) {
    int limit = Math.min(tokens.size(), from + REACH + 1);
    int to = from + 1;
    while (to < limit && tokens.get(to).border() != Border.STOP) {
      to++;
    }
    return to;
  }

  /** "In 1944"; a number alone may count something. */
  private static boolean isPastYear(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    if (token.kind() != Kind.NUMBER || at == 0 || !token.isJoined()) {
      return false;
    }
    String norm = token.norm();
    boolean decade = norm.length() == 5 && norm.endsWith("s");
    boolean year = norm.length() == 4 || decade;
    return year
        && (norm.startsWith("18") || norm.startsWith("19"))
        && norm.chars().limit(4).allMatch(Character::isDigit)
        && BEFORE_A_YEAR.contains(tokens.get(at - 1).norm());
  }

  /** The doubts of one text. */
  static final class InText {
    private final List<Raised> raised;

    private InText(List<Raised> raised) {
      this.raised = raised;
    }

    boolean isDoubtful(String topic, int from, int to) {
      for (Raised one : raised) {
        if (one.doubt().concerns(topic) && one.reaches(from, to)) {
          return true;
        }
      }
      return false;
    }
  }
}
