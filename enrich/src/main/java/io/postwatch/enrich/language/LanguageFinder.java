// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.language;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;

/**
 * The language of a post: by its script where one language has it nearly to itself, else by its
 * trigrams. Thread-safe.
 *
 * <p>Links, handles and hashtags are not read: they are English in posts of any language.
 */
public final class LanguageFinder {
  /** Reading on changes nothing: at 80 characters 99.1% are right ({@code bench/language}). */
  private static final int MOST_LETTERS = 400;

  /** Below it names and shouts are most of the text. */
  private static final int FEWEST_LETTERS = 8;

  /**
   * In eighths of a natural logarithm. Of 25 characters, 93% get a language, 97% of those the right
   * one ({@code bench/language}).
   */
  private static final int MARGIN = 16;

  /** Most posts are English, and theirs is the most careless spelling. */
  private static final int ENGLISH_BONUS = 24;

  private final TrigramModel latin;
  private final TrigramModel cyrillic;
  private final TrigramModel arabic;

  private LanguageFinder(TrigramModel latin, TrigramModel cyrillic, TrigramModel arabic) {
    this.latin = latin;
    this.cyrillic = cyrillic;
    this.arabic = arabic;
  }

  /** Loads the data in the jar. */
  public static LanguageFinder load() {
    try (InputStream file = LanguageFinder.class.getResourceAsStream("trigrams.bin");
        DataInputStream in = new DataInputStream(new BufferedInputStream(file))) {
      int blocks = in.readUnsignedByte();
      if (blocks != 3) {
        throw new IOException("trigrams.bin: expected 3 scripts, got " + blocks);
      }
      return new LanguageFinder(
          TrigramModel.read(in), TrigramModel.read(in), TrigramModel.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The language that most of a post is written in.
   *
   * @return its ISO 639-1 code; null where there are too few letters or two languages are about as
   *     likely
   */
  public String find(PostText post) {
    Letters letters = new Letters();
    for (Token token : post.tokens()) {
      if (token.isWord() && !token.inHashtag() && letters.count() < MOST_LETTERS) {
        letters.add(post.text(), token.at(), token.until());
      }
    }
    UnicodeScript script = letters.mostUsed();
    if (script == null) {
      return null;
    }
    String only = Scripts.languageOf(script, letters);
    if (only != null) {
      return only;
    }
    TrigramModel model =
        switch (script) {
          case LATIN -> latin;
          case CYRILLIC -> cyrillic;
          case ARABIC -> arabic;
          default -> null;
        };
    return model == null || letters.count(script) < FEWEST_LETTERS
        ? null
        : likeliest(model, letters);
  }

  private static String likeliest(TrigramModel model, Letters letters) {
    int[] sums = new int[model.languages().size()];
    letters.addTrigrams(model, sums);
    int english = model.languages().indexOf("en");
    if (english >= 0) {
      sums[english] -= ENGLISH_BONUS;
    }
    int best = 0;
    for (int i = 1; i < sums.length; i++) {
      if (sums[i] < sums[best]) {
        best = i;
      }
    }
    for (int i = 0; i < sums.length; i++) {
      if (i != best && sums[i] - sums[best] < MARGIN) {
        return null;
      }
    }
    return model.languages().get(best);
  }
}
