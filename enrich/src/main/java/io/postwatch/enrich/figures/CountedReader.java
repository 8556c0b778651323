// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.Counted.Sort;
import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.enrich.tokens.Token.Kind;
import java.util.List;

/** Reads the noun phrase after a quantity: its head, what that is, and where the phrase ends. */
final class CountedReader {
  private static final int LONGEST = 8;
  private static final int LONGEST_COMPLEMENT = 8;
  private static final int NEAR = 4;

  private final String text;
  private final List<Token> tokens;
  private final FigureWords words;

  CountedReader(PostText post, FigureWords words) {
    this.text = post.text();
    this.tokens = post.tokens();
    this.words = words;
  }

  /** The noun that a quantity counts. */
  Counted read(Quantity quantity) {
    if (quantity.isArticle()) {
      return article(quantity);
    }
    int from = quantity.noun();
    int first = isOpen(from) && isWord(from, "of") ? from + 1 : from;
    if (isOpen(first) && words.isPredicate(tokens, first)) {
      return isAttribute(first)
          ? pastParticiple(first, quantity.count() == 1)
          : Counted.none(first);
    }
    return isCopula(from) ? phrase(from + 1) : phrase(from);
  }

  /** "Of whom four were children". */
  private boolean isCopula(int at) {
    return isOpen(at) && words.is(In.TO_BE, tokens.get(at).norm()) && isKnownPlural(at + 1);
  }

  private Counted article(Quantity quantity) {
    String noun = tokens.get(quantity.noun()).norm();
    boolean nameless = noun.equals("couple") || noun.equals("old") || noun.equals("person");
    String unit = nameless ? Counted.PEOPLE : noun;
    return new Counted(unit, Sort.PEOPLE, quantity.noun(), complement(quantity.noun() + 1));
  }

  private boolean isAttribute(int at) {
    String word = tokens.get(at).norm();
    return !words.is(In.WITHOUT_OBJECT, word) || words.is(In.ATTRIBUTIVE, word);
  }

  /** "12 arrested men": the noun after what is said of it, if one is there. */
  private Counted pastParticiple(int from, boolean one) {
    for (int at = from + 1; at < Math.min(tokens.size(), from + NEAR) && isOpen(at); at++) {
      String word = tokens.get(at).norm();
      boolean hashtag = tokens.get(at).inHashtag() && tokens.get(at).border() != Border.NONE;
      if (hashtag || word.endsWith("ing") || (ends(at) && !words.isPredicate(tokens, at))) {
        break;
      }
      if ((one || words.lemmas().isPlural(word)) && isKnown(at)) {
        return counted(at, at + 1);
      }
    }
    return Counted.none(from);
  }

  private Counted phrase(int from) {
    int head = -1;
    int at = isOpen(from) && isWord(from, "of") ? from + 1 : from;
    at = at > from && isOpen(at) && isArticle(at) ? at + 1 : at;
    int limit = Math.min(tokens.size(), at + LONGEST);
    for (; at < limit && isOpen(at) && !(ends(at) && !joinsAdjectives(head, at)); at++) {
      if (!isNoun(at)) {
        continue;
      }
      boolean plural = words.lemmas().isPlural(tokens.get(at).norm());
      head = head < 0 || plural || !isPlural(head) ? at : head;
      boolean people = isWord(at, "people") || isWord(at, "others");
      if (people || (plural && isKnown(at) && !isKnownPlural(at + 1))) {
        at++;
        break;
      }
    }
    return head < 0 ? Counted.none(at) : counted(head, complement(at));
  }

  private Counted counted(int head, int to) {
    String noun = words.lemmas().singular(tokens.get(head).norm());
    String unit = words.is(In.NAMELESS, noun) ? Counted.PEOPLE : noun;
    return new Counted(unit, sort(noun), head, to);
  }

  private Sort sort(String noun) {
    if (words.is(In.THING, noun)) {
      return Sort.THING;
    }
    if (words.is(In.OTHER, noun)) {
      return Sort.OTHER;
    }
    boolean people = words.is(In.PERSON, noun) || words.is(In.NAMELESS, noun);
    return people || isKindNoun(noun) ? Sort.PEOPLE : Sort.UNKNOWN;
  }

  /** The end of "of the security forces" after a noun. */
  private int complement(int from) {
    if (!isOpen(from) || !isWord(from, "of")) {
      return from;
    }
    int at = from + 1;
    int limit = Math.min(tokens.size(), from + LONGEST_COMPLEMENT);
    while (at < limit && isOpen(at) && (at == from + 1 || isArticle(at) || !ends(at))) {
      at++;
    }
    return at;
  }

  private boolean isArticle(int at) {
    String word = tokens.get(at).norm();
    return word.equals("the") || word.equals("a") || words.is(In.POSSESSIVES, word);
  }

  private boolean ends(int at) {
    String word = tokens.get(at).norm();
    return words.is(In.PHRASE_ENDS, word)
        || words.is(In.SUPPOSITIONS, word)
        || (words.is(In.SPEECH, word) && !isKnownNoun(at + 1))
        || (words.isPredicate(tokens, at) && words.noun(word) == null);
  }

  /** After "fire" in "92 fire deaths". */
  private boolean isKnownNoun(int at) {
    return at < tokens.size() && isOpen(at) && isPlural(at) && isKnown(at);
  }

  /** "304 serving and former soldiers": no noun stands before "and". */
  private boolean joinsAdjectives(int head, int at) {
    return isWord(at, "and")
        && (head < 0 || !isPlural(head))
        && at + 1 < tokens.size()
        && isOpen(at + 1)
        && !ends(at + 1)
        && head == at - 1
        && !isKnown(head)
        && isKnownWithin(at + 1);
  }

  private boolean isKnownWithin(int from) {
    for (int at = from; at < Math.min(tokens.size(), from + NEAR) && isOpen(at); at++) {
      if (isKnownPlural(at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNoun(int at) {
    Token token = tokens.get(at);
    String word = token.norm();
    boolean plain = !token.inHashtag() || isCountedInHashtag(at);
    boolean noun = !word.endsWith("ly") && !word.endsWith("ed") && !isFiller(word);
    return token.isWord() && plain && noun;
  }

  /** "#12deaths". */
  private boolean isCountedInHashtag(int at) {
    return tokens.get(at).border() == Border.NONE && tokens.get(at - 1).kind() == Kind.NUMBER;
  }

  private boolean isFiller(String word) {
    return word.equals("the")
        || word.equals("of")
        || (words.is(In.NAMELESS, word) && words.noun(word) == null && !isPersons(word));
  }

  private static boolean isPersons(String word) {
    return word.equals("others") || word.equals("persons") || word.equals("person");
  }

  private boolean isKnown(int at) {
    String word = tokens.get(at).norm();
    return words.isCountable(word)
        || isKindNoun(word)
        || isPersons(word)
        || words.is(In.OTHER, words.lemmas().singular(word));
  }

  private boolean isKindNoun(String word) {
    return words.noun(word) != null;
  }

  private boolean isPlural(int at) {
    return words.lemmas().isPlural(tokens.get(at).norm());
  }

  private boolean isKnownPlural(int at) {
    return isKnownNoun(at) && !ends(at);
  }

  private boolean isOpen(int at) {
    return at < tokens.size()
        && tokens.get(at).isJoined()
        && !tokens.get(at).norm().isEmpty()
        && tokens.get(at).kind() != Kind.NUMBER
        && !isAfterAmpersand(at);
  }

  private boolean isAfterAmpersand(int at) {
    int start = tokens.get(at).at();
    return start > 1 && (text.charAt(start - 1) == '&' || text.charAt(start - 2) == '&');
  }

  private boolean isWord(int at, String word) {
    return at < tokens.size() && tokens.get(at).norm().equals(word);
  }
}
