// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Words of which one at least stands in any markup that embeds a post.
 *
 * <p>A word has four letters that are looked for, and with them three pairs of which one begins at
 * every third character of a text: to look at those pairs is faster than at each character, and one
 * {@code indexOf} for each word takes ten times as long in text that is not Latin.
 */
final class EmbedSigns {
  private static final int STEP = 3;

  /** Characters copied out at once, a multiple of the step: as in {@code CleanText}. */
  private static final int BLOCK = 1365 * STEP;

  private static final List<Sign> SIGNS =
      List.of(
          new Sign("twitter", "witt"),
          new Sign("tweet", "twee"),
          new Sign("x.com", "x.co"),
          new Sign("instagram", "tagr"),
          new Sign("facebook", "cebo"),
          new Sign("fb-post", "fb-p"),
          new Sign("fb-video", "fb-v"),
          new Sign("tiktok", "ikto"),
          new Sign("threads.", "ads."),
          new Sign("text-post", "xt-p"),
          new Sign("bsky", "bsky"),
          new Sign("bluesky", "uesk"),
          new Sign("mastodon", "stod"),
          new Sign("reddit", "eddi"),
          new Sign("youtu", "yout"),
          new Sign("t.me", "t.me"),
          new Sign("telegram", "gram"),
          new Sign("truthsocial", "uths"),
          new Sign("vk.com", "vk.c"),
          new Sign("/embed", "/emb"));

  /** Words with the place of the pair in them, by the pair's hash. */
  private static final Sign[][] BY_PAIR = byPair();

  private static final String SLASH = "(?:\\\\{0,3}/|\\\\{1,2}u002[fF])";

  private static final Pattern NO_POST =
      Pattern.compile(
          "(?:twitter|x|facebook|instagram|tiktok|reddit)\\.com(?:"
              + SLASH
              + "(?:@?[\\w.%-]{0,60}"
              + SLASH
              + "?(?=\\\\{0,3}[\"'`&<>\\s])|(?:intent|share|sharer|sharer\\.php|hashtag|search"
              + "|dialog|tr)\\b)|(?=\\\\{0,3}[\"'`]))"
              + "|facebook\\.net|twitter:[a-z]|tweet\\?");

  private EmbedSigns() {}

  private record Sign(String word, int offset) {
    Sign(String word, String rarest) {
      this(word, word.indexOf(rarest));
    }
  }

  private static Sign[][] byPair() {
    Sign[][] table = new Sign[1 << 12][];
    for (Sign sign : SIGNS) {
      for (int at = sign.offset; at < sign.offset + STEP; at++) {
        int hash = hash(sign.word.charAt(at), sign.word.charAt(at + 1));
        Sign[] others = table[hash] == null ? new Sign[0] : table[hash];
        table[hash] = Arrays.copyOf(others, others.length + 1);
        table[hash][others.length] = new Sign(sign.word, at);
      }
    }
    return table;
  }

  private static int hash(char first, char second) {
    return (first * 61 + second) & 0xFFF;
  }

  /**
   * Where in a script the words begin, in its order, without those of profiles, share buttons and
   * loaders, which most scripts name.
   */
  static int[] positions(String text) {
    Matcher noPost = NO_POST.matcher(text);
    IntStream.Builder positions = IntStream.builder();
    scan(
        text,
        position -> {
          if (!noPost.region(position, text.length()).lookingAt()
              && !isPartOfWord(text, position)) {
            positions.add(position);
          }
          return true;
        });
    return positions.build().sorted().toArray();
  }

  /** As in netflix.com and retweet. */
  private static boolean isPartOfWord(String text, int position) {
    char c = text.charAt(position);
    return position > 0
        && (c == 'x' || c == 't')
        && Character.isLowerCase(text.charAt(position - 1))
        && !text.startsWith("u002f", Math.max(0, position - 5));
  }

  /** True where the text has one of the words; most long texts without embeds have none. */
  static boolean in(String text) {
    return !scan(text, position -> false);
  }

  /** Gives the positions of the words until one is not taken; false then. */
  private static boolean scan(String text, IntPredicate taken) {
    char[] block = new char[Math.min(text.length(), BLOCK + 1)];
    for (int start = 0; start < text.length() - 1; start += BLOCK) {
      int length = Math.min(text.length() - start, block.length);
      text.getChars(start, start + length, block, 0);
      for (int i = 0; i < Math.min(length - 1, BLOCK); i += STEP) {
        Sign[] signs = BY_PAIR[hash(block[i], block[i + 1])];
        if (signs != null && !isTaken(text, start + i, signs, taken)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isTaken(String text, int pair, Sign[] signs, IntPredicate taken) {
    for (Sign sign : signs) {
      if (text.startsWith(sign.word, pair - sign.offset) && !taken.test(pair - sign.offset)) {
        return false;
      }
    }
    return true;
  }
}
