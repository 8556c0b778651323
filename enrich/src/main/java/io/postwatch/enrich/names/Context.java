// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import io.postwatch.enrich.names.Piece.Kind;
import java.util.List;

/** What words say together: pairs and threes of neighbours, names of several words, the post. */
final class Context {
  private static final int LONGEST_PHRASE = 4;
  private static final int CAPITAL_STEPS = 4;

  /** Bits of a phrase above those of {@link NamePart}: it begins here, or goes on. */
  private static final int BEGINS = 1 << 16;

  private static final int GOES_ON = 1 << 17;

  private final Lexicon lexicon;

  Context(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The phrases of the lexicon that cover each word, as bits. */
  int[] phrases(Word[] words) {
    int[] covered = new int[words.length];
    StringBuilder joined = new StringBuilder();
    for (int from = 0; from < words.length; from++) {
      if (words[from].parts() == 0) {
        continue;
      }
      joined.setLength(0);
      joined.append(words[from].folded());
      int most = Math.min(words.length, from + LONGEST_PHRASE);
      for (int to = from + 1; to < most && words[to].kind().isRead(); to++) {
        joined.append(' ').append(words[to].folded());
        int kinds = words[to].parts() == 0 ? 0 : lexicon.phrases().get(Hashes.of(joined));
        if (kinds != 0) {
          cover(covered, from, to, kinds);
        }
      }
    }
    return covered;
  }

  private static void cover(int[] covered, int from, int to, int kinds) {
    for (int i = from; i <= to; i++) {
      covered[i] |= kinds | (i == from ? BEGINS : GOES_ON);
    }
  }

  /** How many of the words begin with a capital, in steps of a quarter. */
  static int capitals(Word[] words) {
    int cased = 0;
    int capital = 0;
    for (Word word : words) {
      if (word.kind() == Kind.WORD && word.casing() != Casing.UNCASED) {
        cased++;
        capital += word.casing() == Casing.LOWER ? 0 : 1;
      }
    }
    return cased == 0 ? 0 : capital * CAPITAL_STEPS / cased;
  }

  /** Adds the features of one word. */
  void add(
      Features features, Word[] words, List<Piece> pieces, int[] phrases, int capitals, int i) {
    Word here = words[i];
    Word before = i > 0 ? words[i - 1] : Word.NONE;
    Word after = i + 1 < words.length ? words[i + 1] : Word.NONE;
    Word second = i > 1 ? words[i - 2] : Word.NONE;
    Word secondAfter = i + 2 < words.length ? words[i + 2] : Word.NONE;
    int casing = here.casing();
    features.add(1001, here.lower(), before.lower());
    features.add(1002, here.lower(), after.lower());
    features.add(1003, before.casing(), casing);
    features.add(1004, casing, after.casing());
    features.add(1005, (before.casing() * 31 + casing) * 31 + after.casing());
    features.add(1006, here.shape(), capitals);
    features.add(1007, here.post(), capitals * 16 + casing);
    features.add(1008, before.branch(), here.branch());
    features.add(1009, here.branch(), after.branch());
    features.add(1010, before.lower(), casing);
    features.add(1011, after.lower(), casing);
    features.add(1012, before.lower(), after.lower());
    features.add(1013, before.branch() * 31 + after.branch(), casing);
    features.add(1014, before.group(), here.group());
    features.add(1015, here.group(), after.group());
    features.add(1016, second.lower() * 31 + before.lower(), casing);
    features.add(1017, after.lower() * 31 + secondAfter.lower(), casing);
    features.add(1018, before.lower(), here.branch());
    features.add(1019, after.lower(), here.branch());
    features.add(1020, before.parts(), here.parts());
    features.add(1021, here.parts(), after.parts());
    features.add(1022, startsSentence(before), casing * 31 + here.branch());
    features.add(1023, startsSentence(before) * 8 + capitals, casing);
    features.add(1024, pieces.get(i).spaced() ? 1 : 0, casing * 31 + before.casing());
    if (phrases[i] != 0) {
      features.add(1025, phrases[i]);
      features.add(1026, phrases[i], casing);
    }
    features.add(1027, before.group() * 31 + after.group(), casing);
  }

  private static int startsSentence(Word before) {
    if (before == Word.NONE) {
      return 1;
    }
    if (before.kind() != Kind.MARK) {
      return 0;
    }
    return switch (before.text().charAt(0)) {
      case '.', '!', '?', '…' -> 2;
      case ':' -> 3;
      case '"', '“', '‘', '\'', '(' -> 4;
      default -> 0;
    };
  }
}
