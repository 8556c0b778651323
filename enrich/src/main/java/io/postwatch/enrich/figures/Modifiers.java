// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.tokens.Phrases;
import io.postwatch.enrich.tokens.Phrases.Match;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.schema.FigureModifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words and signs beside a number that say how it is bound; read once, then only read. */
final class Modifiers {
  private static final int LONGEST = 4;

  /** Words between a modifier and its number: "at least another 20". */
  private static final Set<String> FILLERS = Set.of("another", "a", "further", "the", "additional");

  private final Map<String, FigureModifier> before = new HashMap<>();
  private final Phrases<FigureModifier> after = new Phrases<>();

  Modifiers() {
    for (Table.Row row : Table.beside(Modifiers.class, "modifiers.tsv").rows()) {
      FigureModifier modifier = FigureModifier.valueOf(row.text(0));
      row.list(1).forEach(phrase -> before.put(phrase, modifier));
      row.list(2).forEach(phrase -> after.putIfAbsent(phrase, modifier));
    }
  }

  /** A number with the modifier that stands beside it, if there is one. */
  Quantity bound(PostText post, Quantity plain) {
    int end = post.tokens().get(plain.to() - 1).until();
    if (charAt(post, end) == '+') {
      return plain.plus();
    }
    Quantity bound = before(post.tokens(), plain);
    if (bound.from() < plain.from()) {
      return bound;
    }
    FigureModifier sign = sign(charAt(post, post.tokens().get(plain.from()).at() - 1));
    return sign == null ? after(post.tokens(), plain) : plain.bound(sign);
  }

  private static char charAt(PostText post, int at) {
    return at >= 0 && at < post.text().length() ? post.text().charAt(at) : ' ';
  }

  private static FigureModifier sign(char sign) {
    return switch (sign) {
      case '~', '≈', '±' -> FigureModifier.ABOUT;
      case '>', '≥', '+' -> FigureModifier.AT_LEAST;
      case '<', '≤' -> FigureModifier.AT_MOST;
      default -> null;
    };
  }

  /** The longest modifier that stands right before the number. */
  private Quantity before(List<Token> tokens, Quantity plain) {
    int last = plain.from() - 1;
    while (last > 0 && tokens.get(last + 1).isJoined() && isFiller(tokens.get(last).norm())) {
      last--;
    }
    Quantity longest = longest(tokens, plain, last);
    return longest.from() < plain.from() || last == plain.from() - 1
        ? longest
        : longest(tokens, plain, plain.from() - 1);
  }

  private static boolean isFiller(String word) {
    return FILLERS.contains(word);
  }

  private Quantity longest(List<Token> tokens, Quantity plain, int last) {
    Quantity longest = plain;
    String phrase = "";
    for (int at = last; at >= Math.max(0, last - LONGEST + 1); at--) {
      if (!tokens.get(at + 1).isJoined() || !tokens.get(at).isWord()) {
        break;
      }
      phrase = phrase.isEmpty() ? tokens.get(at).norm() : tokens.get(at).norm() + " " + phrase;
      FigureModifier modifier = before.get(phrase);
      if (modifier != null) {
        longest = plain.from(at).bound(modifier);
      }
    }
    return longest;
  }

  /** "20 or more", "20 or so". */
  private Quantity after(List<Token> tokens, Quantity plain) {
    if (plain.to() >= tokens.size() || !tokens.get(plain.to()).isJoined()) {
      return plain;
    }
    Optional<Match<FigureModifier>> match = after.longestAt(tokens, plain.to(), any -> true);
    return match.map(found -> plain.to(found.to()).bound(found.value())).orElse(plain);
  }
}
