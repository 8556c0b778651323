// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells which post an address leads to, on whatever platform but X. */
final class PostAddresses {
  private static final Map<String, Function<WebAddress, Optional<PostAddress>>> BY_DOMAIN =
      Map.ofEntries(
          Map.entry("youtube.com", YouTubeAddress::parse),
          Map.entry("youtube-nocookie.com", YouTubeAddress::parse),
          Map.entry("youtu.be", YouTubeAddress::parse),
          // Players of Flash's time, which Blogger's feeds still have.
          Map.entry("googleapis.com", YouTubeAddress::parse),
          Map.entry("instagram.com", InstagramAddress::parse),
          Map.entry("instagr.am", InstagramAddress::parse),
          Map.entry("facebook.com", FacebookAddress::parse),
          Map.entry("fb.com", FacebookAddress::parse),
          Map.entry("tiktok.com", TikTokAddress::parse),
          Map.entry("threads.net", ThreadsAddress::parse),
          Map.entry("threads.com", ThreadsAddress::parse),
          Map.entry("bsky.app", BlueskyAddress::parse),
          Map.entry("reddit.com", RedditAddress::parse),
          Map.entry("redditmedia.com", RedditAddress::parse),
          Map.entry("redd.it", RedditAddress::parse),
          Map.entry("t.me", TelegramAddress::parse),
          Map.entry("telegram.me", TelegramAddress::parse),
          Map.entry("telegram.dog", TelegramAddress::parse),
          Map.entry("truthsocial.com", TruthSocialAddress::parse),
          Map.entry("vk.com", VkAddress::parse),
          Map.entry("vk.ru", VkAddress::parse),
          Map.entry("vkvideo.ru", VkAddress::parse));

  /** Facebook's players of one post; its other plugins show pages, counts and buttons. */
  private static final List<String> FACEBOOK_PLAYERS =
      List.of("post.php", "post", "video.php", "video");

  /** Where services that embed for others carry the address of what they embed. */
  private static final List<String> CARRIERS = List.of("url", "href", "src", "uri", "link", "u");

  private PostAddresses() {}

  /** Reads the address of a post or of its player. */
  static Optional<PostAddress> parse(String text) {
    if (text.startsWith("at://")) {
      return BlueskyAddress.record(text);
    }
    return WebAddress.parse(text).flatMap(PostAddresses::parse);
  }

  /** Reads what a frame shows: a platform's player, also inside one of an embedding service. */
  static Optional<PostAddress> framed(String text) {
    // Drupal frames embeds by a page of its own, at an address without a host.
    boolean own = text.startsWith("/") && !text.startsWith("//");
    Optional<WebAddress> frame = WebAddress.parse(own ? "https://own.invalid" + text : text);
    if (frame.isEmpty()) {
      return parse(text);
    }
    WebAddress address = frame.get();
    boolean ofPlatform = BY_DOMAIN.containsKey(address.domain());
    if (ofPlatform && address.path().contains("plugins")) {
      return FACEBOOK_PLAYERS.contains(address.path().get(address.path().size() - 1))
          ? carried(address)
          : Optional.empty();
    }
    return ofPlatform ? parse(address) : parse(address).or(() -> carried(address));
  }

  private static Optional<PostAddress> parse(WebAddress address) {
    return BY_DOMAIN.getOrDefault(address.domain(), MastodonAddress::parse).apply(address);
  }

  private static Optional<PostAddress> carried(WebAddress address) {
    if (!address.query().contains("http") && !address.query().contains("//")) {
      return Optional.empty();
    }
    Stream<String> values = CARRIERS.stream().flatMap(name -> address.parameter(name).stream());
    return values.flatMap(value -> parse(value).stream()).findFirst();
  }
}
