// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.post.PostText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds posts as X and TikTok draw them, which mark where they begin: the account on a line of its
 * own before the words, and after them a line with the time or the music.
 */
final class RenderedPosts {
  /** More than any article has. */
  private static final int MAX_POSTS = 5_000;

  /** Lines looked back over for the account. */
  private static final int MAX_LINES = 40;

  private static final int WINDOW = 3_000;
  private static final int MAX_NAME = 60;

  /** A time, a separator and the beginning of a date, at the start of a line. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?m)^\\s{0,9}+(?=\\p{Nd}{1,2}[:.]\\p{Nd}{2}\\s?(?:[AaPp]\\.?[Mm]\\.?)?\\s?[·•–—-]\\s?[\\p{L}\\p{Nd}])");

  private static final Pattern MUSIC = Pattern.compile("[ \\t\\n]{0,3}+♬[^\\n]{0,200}+");

  /** A line that is an account, perhaps after its name: {@code Name @handle}. */
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "\\A(?<name>[^@\\n]{0,60}?)\\s?[(（]?+[@＠](?<handle>[\\w.]{1,30}+)[)）]?+\\s{0,3}+(?:Follow|Verified account)?+\\s{0,3}+\\z");

  private static final Pattern BADGE =
      Pattern.compile("(?:Verified account|[✔✓☑]\\x{FE0F}?+)\\s{0,3}+\\z");

  private static final Pattern CAPTION = Pattern.compile("\\A[@＠](?<handle>[\\w.]{2,24}+)\\s");

  private RenderedPosts() {}

  /** The posts in the order of the text. */
  static List<ShownPost> in(String text, Instant latest) {
    List<ShownPost> posts = new ArrayList<>();
    if (text.indexOf('@') < 0) {
      return posts;
    }
    int floor = 0;
    Matcher time = TIME.matcher(text);
    while (posts.size() < MAX_POSTS && time.find()) {
      Optional<ShownPost> post = timed(text, floor, time.end(), latest);
      post.ifPresent(posts::add);
      floor = post.map(ShownPost::end).orElse(floor);
    }
    floor = 0;
    Matcher music = MUSIC.matcher(text);
    while (posts.size() < MAX_POSTS && music.find()) {
      captioned(text, floor, music).ifPresent(posts::add);
      floor = music.end();
    }
    return posts;
  }

  private static Optional<ShownPost> timed(String text, int floor, int at, Instant latest) {
    Optional<ShownDate> date = ShownDate.at(text, at, latest);
    int below = at;
    for (int i = 0;
        date.isPresent() && i < MAX_LINES && below > Math.max(floor, at - WINDOW);
        i++) {
      int line = text.lastIndexOf('\n', below - 2) + 1;
      String words = text.substring(Math.max(line, floor), below).strip();
      Matcher account = ACCOUNT.matcher(words.length() <= 2 * MAX_NAME ? words : "");
      if (account.find() && below < at) {
        return Optional.of(timed(text, floor, line, below, at, account, date.get()));
      }
      below = line;
    }
    return Optional.empty();
  }

  private static ShownPost timed(
      String text, int floor, int line, int from, int to, Matcher account, ShownDate date) {
    int start = Math.max(line, floor);
    String name = account.group("name").strip();
    if (name.isEmpty()) {
      String before = text.substring(Math.max(floor, start - 2 * MAX_NAME), start).stripTrailing();
      name = before.substring(before.lastIndexOf('\n') + 1).strip();
      name = name.length() <= MAX_NAME ? name : "";
      start = name.isEmpty() ? start : text.lastIndexOf(name, start);
    }
    name = BADGE.matcher(name).replaceFirst("").strip();
    int end = text.indexOf('\n', date.end());
    return new ShownPost(
        start,
        end < 0 ? text.length() : end,
        post("x", account.group("handle"), name, text.substring(from, to), date));
  }

  private static Optional<ShownPost> captioned(String text, int floor, Matcher music) {
    int below = music.start();
    for (int i = 0; i < MAX_LINES && below > Math.max(floor, music.start() - WINDOW); i++) {
      int line = Math.max(floor, text.lastIndexOf('\n', below - 1) + 1);
      Matcher account = CAPTION.matcher(text).region(line, music.start());
      if (account.lookingAt()) {
        String caption = text.substring(account.end(), music.start());
        return Optional.of(
            new ShownPost(
                line, music.end(), post("tiktok", account.group("handle"), "", caption, null)));
      }
      below = line - 1;
    }
    return Optional.empty();
  }

  private static FoundPost post(
      String platform, String handle, String name, String words, ShownDate date) {
    String text = PostText.bounded(words.strip());
    return new FoundPost(
        platform,
        null,
        handle,
        name.isEmpty() ? null : name,
        text,
        date == null ? null : date.day().orElse(null),
        new PostText().links(text),
        null);
  }
}
