// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.watch;

import io.postwatch.schema.EmbeddedPost;
import io.postwatch.text.Folding;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names that rules about posts speak of: {@code @handle} is the author, {@code #tag} a hashtag.
 */
public final class PostNames {
  /** Longer than any handle (Mastodon's name its host) and any hashtag. */
  private static final int MAX_LENGTH = 300;

  private static final Pattern SIGN = Pattern.compile("[@#＠＃]");

  private PostNames() {}

  /** All forms of the post's author and hashtags under which rules may name them. */
  public static Set<String> of(EmbeddedPost post) {
    Set<String> names = new HashSet<>();
    if (post.getHandle() != null) {
      add(names, '@', post.getHandle());
    }
    List<String> hashtags = post.getHashtags();
    hashtags.forEach(hashtag -> add(names, '#', hashtag));
    return names;
  }

  private static void add(Set<String> names, char sign, String word) {
    names.add(sign + Folding.strict(word));
    names.add(sign + Folding.bare(word));
  }

  /**
   * A rule's name as {@link #of} gives it.
   *
   * @param word with its sign, as people write it
   * @throws IllegalArgumentException when it is no handle and no hashtag; the message says what was
   *     expected
   */
  public static String of(String word) {
    String name = word.strip();
    if (name.isEmpty() || !SIGN.matcher(name.substring(0, 1)).matches()) {
      throw new IllegalArgumentException("expected @handle or #hashtag");
    }
    char sign = name.charAt(0) == '@' || name.charAt(0) == '＠' ? '@' : '#';
    return of(sign, name);
  }

  /**
   * As {@link #of(String)}, of words whose sign is known and may be left out.
   *
   * @throws IllegalArgumentException when one of them can be no name
   */
  public static Set<String> of(char sign, Collection<String> words) {
    return words.stream().map(word -> of(sign, word)).collect(Collectors.toSet());
  }

  private static String of(char sign, String word) {
    String name = SIGN.matcher(word.strip()).lookingAt() ? word.strip().substring(1) : word.strip();
    if (name.isEmpty()
        || name.length() > MAX_LENGTH
        || name.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("expected one word after " + sign);
    }
    return sign + Folding.strict(name);
  }
}
