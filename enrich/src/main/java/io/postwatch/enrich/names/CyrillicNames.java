// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.schema.Entity;
import io.postwatch.schema.EntityType;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds names in Russian and Ukrainian posts by rules, for want of labelled posts: words with
 * capitals that follow or hold what people's, bodies' and places' names are known by. Safe to share
 * between threads.
 */
public final class CyrillicNames {
  private static final int LONGEST_PERSON = 3;
  private static final int LONGEST_QUOTE = 5;

  private final CyrillicWords words = CyrillicWords.load();

  /** Whether a post is written in Cyrillic for the most part. */
  public static boolean suits(PostText post) {
    int cyrillic = 0;
    int read = 0;
    for (Token token : post.tokens()) {
      if (token.isWord()) {
        read++;
        cyrillic += CyrillicWords.isCyrillic(post.text().codePointAt(token.at())) ? 1 : 0;
      }
    }
    return cyrillic * 2 > read;
  }

  /** The names in a post, in order, up to a limit. */
  public List<Entity> find(PostText post, int limit) {
    List<Token> tokens = post.tokens();
    List<Entity> found = new ArrayList<>();
    for (int at = 0; at < tokens.size() && found.size() < limit; ) {
      int to = organization(post, at);
      if (to > at) {
        found.add(entity(post, EntityType.ORGANIZATION, at, to));
      } else if ((to = person(post, at)) > at) {
        found.add(entity(post, EntityType.PERSON, at, to));
      } else if ((to = place(post, at)) > at) {
        found.add(entity(post, EntityType.LOCATION, at, to));
      }
      at = Math.max(to, at + 1);
    }
    return found;
  }

  /** МВД, or a legal form and what follows it in quotation marks: ООО «Ромашка». */
  private int organization(PostText post, int at) {
    Token token = post.tokens().get(at);
    String word = word(post, at);
    if (token.shape() != Token.Shape.UPPER && !words.isLegalForm(word)) {
      return at;
    }
    if (words.isBody(word)) {
      return at + 1;
    }
    return words.isLegalForm(word) ? quoteEnd(post, at + 1) : at;
  }

  /** One past the last word of a quotation that begins here; one back when none does. */
  private static int quoteEnd(PostText post, int from) {
    List<Token> tokens = post.tokens();
    if (from >= tokens.size() || !opensQuote(post.text(), tokens.get(from).at())) {
      return from - 1;
    }
    int most = Math.min(tokens.size(), from + LONGEST_QUOTE);
    for (int at = from; at < most; at++) {
      int end = tokens.get(at).until();
      if (end < post.text().length() && "»\"”“".indexOf(post.text().charAt(end)) >= 0) {
        return at + 1;
      }
    }
    return from - 1;
  }

  private static boolean opensQuote(String text, int at) {
    return at > 0 && "«\"„“".indexOf(text.charAt(at - 1)) >= 0;
  }

  private int person(PostText post, int at) {
    if (!words.isOfPerson(word(post, at))) { // a capital that only begins the sentence
      return at;
    }
    int to = at;
    boolean given = false;
    boolean patronymic = false;
    boolean family = false;
    while (to < post.tokens().size() && to - at < LONGEST_PERSON && isNamePart(post, at, to)) {
      String word = word(post, to);
      given |= words.isGivenName(word);
      patronymic |= words.isPatronymic(word);
      family |= words.isFamilyName(word);
      to++;
    }
    boolean titled = at > 0 && words.isTitle(word(post, at - 1));
    boolean likely =
        given
            || (patronymic && to - at > 1)
            || (family && titled)
            || (to - at == 1 && words.isSurelyFamilyName(word(post, at)));
    return likely ? to : at;
  }

  private static boolean isNamePart(PostText post, int first, int at) {
    Token token = post.tokens().get(at);
    return token.isWord()
        && !token.inHashtag()
        && token.shape() == Token.Shape.TITLE
        && token.until() - token.at() > 1
        && (at == first || token.border() == Border.SPACE || token.border() == Border.HYPHEN);
  }

  private int place(PostText post, int at) {
    if (!isNamePart(post, at, at)) {
      return at;
    }
    if (at + 1 < post.tokens().size()
        && words.isRegion(word(post, at + 1))
        && words.isAdjective(word(post, at))
        && post.tokens().get(at + 1).isJoined()) {
      return at + 2;
    }
    boolean named = at > 0 && words.isKindOfPlace(word(post, at - 1)) && isNear(post, at);
    return named ? at + 1 : at;
  }

  /** Whether only a space, or the full stop of "г." and one, stands before a word. */
  private static boolean isNear(PostText post, int at) {
    return post.tokens().get(at).at() - post.tokens().get(at - 1).until() <= 2;
  }

  private static String word(PostText post, int at) {
    return post.tokens().get(at).norm();
  }

  private static Entity entity(PostText post, EntityType type, int from, int to) {
    return Entity.newBuilder()
        .setText(post.words(from, to))
        .setType(type)
        .setStart(post.start(from))
        .setEnd(post.end(to))
        .build();
  }
}
