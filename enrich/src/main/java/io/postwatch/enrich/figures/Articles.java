// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import java.util.List;
import java.util.Optional;

/** Finds the articles that stand for one person: a man, an opposition activist, a Kenyan. */
final class Articles {
  private static final int LONGEST = 8;
  private static final int FOUND_REACH = 5;

  private final List<Token> tokens;
  private final FigureWords words;

  Articles(PostText post, FigureWords words) {
    this.tokens = post.tokens();
    this.words = words;
  }

  /** The article at a token with all up to the person that it stands before. */
  Optional<Quantity> at(int at) {
    String word = tokens.get(at).norm();
    if (!word.equals("a") && !word.equals("an")) {
      return Optional.empty();
    }
    int person = 0;
    for (int noun = at + 1; noun < Math.min(tokens.size(), at + LONGEST); noun++) {
      Token token = tokens.get(noun);
      if (!token.isJoined() || token.norm().isEmpty() || ends(noun) || isGroup(noun, person)) {
        break;
      }
      if (person > 0 && isLastWord(noun)) {
        break;
      }
      person = isPerson(noun) ? noun : 0;
    }
    if (person == 0) {
      return Optional.empty();
    }
    String noun = tokens.get(person).norm();
    long count = noun.equals("couple") ? 2 : 1;
    boolean pair = count == 2 && isWord(person + 1, "of");
    boolean institution = isBody(noun) && !isFound(person);
    return pair || institution
        ? Optional.empty()
        : Optional.of(Quantity.article(at, person, count));
  }

  /** Bodies that are found are dead people, others may be councils. */
  private boolean isFound(int body) {
    for (int at = body + 1; at < Math.min(tokens.size(), body + FOUND_REACH); at++) {
      if (tokens.get(at).isJoined() && words.is(In.FINDING, tokens.get(at).norm())) {
        return true;
      }
    }
    return false;
  }

  /** "A member of" ends with the person; "a number of people" has none. */
  private boolean isGroup(int at, int person) {
    return tokens.get(at).norm().equals("of")
        && (person == 0 || !isBody(tokens.get(person).norm()));
  }

  /** The noun phrase ends before this word, unless a participle stands before its noun. */
  private boolean ends(int at) {
    String word = tokens.get(at).norm();
    return words.is(In.PHRASE_ENDS, word)
        || words.is(In.SPEECH, word)
        || (words.isPredicate(tokens, at) && !isPersonAfter(at));
  }

  /** "A missing man", "a wounded soldier". */
  private boolean isPersonAfter(int at) {
    return at + 1 < tokens.size()
        && tokens.get(at + 1).isJoined()
        && words.is(In.PERSON, tokens.get(at + 1).norm());
  }

  private boolean isPerson(int at) {
    Token token = tokens.get(at);
    boolean compound = at + 1 < tokens.size() && tokens.get(at + 1).border() == Border.HYPHEN;
    return !compound && (isNamed(token.norm()) || isOld(at) || isPeople(at));
  }

  private boolean isNamed(String word) {
    return (words.is(In.PERSON, word) && !words.is(In.COLLECTIVES, word)) || isBody(word);
  }

  private static boolean isBody(String word) {
    return word.equals("body") || word.equals("corpse");
  }

  /** "A 12-year-old". */
  private boolean isOld(int at) {
    return tokens.get(at).norm().equals("old")
        && tokens.get(at).border() == Border.HYPHEN
        && (at + 1 >= tokens.size() || !tokens.get(at + 1).isJoined() || ends(at + 1));
  }

  /** "A Kenyan was killed": somebody of a people. */
  private boolean isPeople(int at) {
    String word = tokens.get(at).norm();
    boolean last =
        at + 1 >= tokens.size()
            || !tokens.get(at + 1).isJoined()
            || words.is(In.TO_BE, tokens.get(at + 1).norm())
            || words.is(In.TO_HAVE, tokens.get(at + 1).norm());
    return last
        && tokens.get(at).isCapitalised()
        && (word.endsWith("an") || word.endsWith("ian") || word.endsWith("i"))
        && word.length() > 4;
  }

  /** After the person, another word may only go on with something else: "a man carrying". */
  private boolean isLastWord(int at) {
    String word = tokens.get(at).norm();
    return word.endsWith("ing")
        || word.endsWith("ed")
        || word.endsWith("ly")
        || tokens.get(at).inHashtag();
  }

  private boolean isWord(int at, String word) {
    return at < tokens.size() && tokens.get(at).norm().equals(word);
  }
}
