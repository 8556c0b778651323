// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of posts, photos, videos and reels on Facebook; the id is the post's own number. */
final class FacebookAddress {
  /** Numbers, or since 2022 {@code pfbid} and some 60 signs that stand for owner and number. */
  private static final Pattern ID =
      Pattern.compile("0*+([1-9]\\d{3,24}+|pfbid\\w{20,100}+)(?![\\w-]).*+");

  /** Facebook writes the title before the number of newer posts and videos. */
  private static final Set<String> BEFORE_ID =
      Set.of("posts", "permalink", "videos", "photos", "reel", "reels", "video", "post");

  private static final List<String> PARAMETERS =
      List.of("story_fbid", "fbid", "v", "video_id", "multi_permalinks");

  /** First parts of a path that are Facebook's own, not an account. */
  private static final Set<String> NO_ACCOUNT =
      Set.of(
          "groups",
          "watch",
          "reel",
          "reels",
          "share",
          "photo",
          "photos",
          "events",
          "people",
          "pg",
          "media",
          "video",
          "videos",
          "permalink",
          "posts",
          "pages",
          "story",
          "plugins",
          "hashtag",
          "dialog",
          "sharer",
          "notes",
          "live");

  private static final Pattern ACCOUNT = Pattern.compile("[\\w.-]{2,80}");

  private FacebookAddress() {}

  static Optional<PostAddress> parse(WebAddress address) {
    return id(address).map(id -> new PostAddress("facebook", id, account(address), url(address)));
  }

  /** The account that an address of a profile or of one of its posts names, in lower case. */
  static String account(WebAddress address) {
    boolean page = address.part(0).equals("pg");
    String first = address.part(page ? 1 : 0).toLowerCase(Locale.ROOT);
    boolean named = ACCOUNT.matcher(first).matches() && !first.endsWith(".php");
    return named && !NO_ACCOUNT.contains(first) ? first : null;
  }

  private static Optional<String> id(WebAddress address) {
    String first = address.part(0);
    boolean page = first.endsWith(".php") || first.equals("watch") || first.equals("photo");
    if (page || address.path().isEmpty()) {
      return PARAMETERS.stream()
          .flatMap(name -> address.parameter(name).stream())
          .flatMap(value -> number(value).stream())
          .findFirst();
    }
    for (int i = 0; i < address.path().size() - 1 && i < 3; i++) {
      if (BEFORE_ID.contains(address.path().get(i))) {
        return lastNumber(address.path().subList(i + 1, address.path().size()));
      }
    }
    return Optional.empty();
  }

  /** Albums and titles stand before the number of a photo or post. */
  private static Optional<String> lastNumber(List<String> parts) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      Optional<String> id = number(parts.get(i));
      if (id.isPresent()) {
        return id;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> number(String text) {
    Matcher matcher = ID.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The address without what only says how a reader came to it. */
  private static String url(WebAddress address) {
    String kept =
        Stream.concat(PARAMETERS.stream(), Stream.of("id"))
            .flatMap(name -> address.parameter(name).map(value -> name + "=" + value).stream())
            .collect(Collectors.joining("&"));
    String page = "https://www.facebook.com/" + String.join("/", address.path());
    return kept.isEmpty() ? page : page + "?" + kept;
  }
}
