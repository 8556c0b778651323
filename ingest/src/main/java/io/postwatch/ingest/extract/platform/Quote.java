// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** The elements of the platforms' own embed codes, which their scripts turn into the post. */
final class Quote {
  private static final Map<String, String> PLATFORMS =
      Map.ofEntries(
          Map.entry("instagram-media", "instagram"),
          Map.entry("text-post-media", "threads"),
          Map.entry("tiktok-embed", "tiktok"),
          Map.entry("bluesky-embed", "bluesky"),
          Map.entry("mastodon-embed", "mastodon"),
          Map.entry("truthsocial-embed", "truthsocial"),
          Map.entry("reddit-embed-bq", "reddit"),
          Map.entry("reddit-embed", "reddit"),
          Map.entry("reddit-card", "reddit"),
          Map.entry("fb-post", "facebook"),
          Map.entry("fb-video", "facebook"),
          Map.entry("fb-xfbml-parse-ignore", "facebook"));

  /** What each of these classes has: to look for it is faster than to take all classes apart. */
  private static final List<String> SIGNS = List.of("-embed", "-media", "fb-", "reddit-card");

  private static final Pattern SPACE = Pattern.compile("\\s++");

  private Quote() {}

  /**
   * The post that the element stands for, by its class or by being nothing but a link to it.
   *
   * @param classes the element's class attribute
   */
  static Optional<PostAddress> of(Element element, String classes) {
    boolean blockquote = element.normalName().equals("blockquote");
    if (hasSign(classes)) {
      for (String name : SPACE.split(classes)) {
        String platform = PLATFORMS.get(name);
        if (platform != null && isInnermost(element, name)) {
          return inAttributes(element, platform).or(() -> inLinks(element, platform));
        }
      }
    }
    return blockquote ? onlyLink(element) : Optional.empty();
  }

  /** Content systems give the class to what they wrap the embed in as well. */
  private static boolean isInnermost(Element element, String name) {
    return element.children().stream().allMatch(child -> child.selectFirst('.' + name) == null);
  }

  private static boolean hasSign(String classes) {
    for (String sign : SIGNS) {
      if (classes.contains(sign)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<PostAddress> inAttributes(Element element, String platform) {
    Optional<PostAddress> id =
        platform.equals("tiktok")
            ? TikTokAddress.ofId(element.attr("data-video-id"), null)
            : Optional.empty();
    for (Attribute attribute : element.attributes()) {
      Optional<PostAddress> address = PostAddresses.parse(attribute.getValue());
      if (address.isPresent() && address.get().platform().equals(platform)) {
        return address;
      }
    }
    return id;
  }

  /** Posts link to themselves below their words; Reddit's comments link to their thread there. */
  private static Optional<PostAddress> inLinks(Element element, String platform) {
    List<PostAddress> posts =
        element.select("a[href]").stream()
            .flatMap(link -> PostAddresses.parse(link.attr("href")).stream())
            .filter(address -> address.platform().equals(platform))
            .toList();
    if (posts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(posts.get(platform.equals("reddit") ? 0 : posts.size() - 1));
  }

  /** Of YouTube's videos only players are embeds: a quoted link to one is the quote's source. */
  private static Optional<PostAddress> onlyLink(Element quote) {
    if (quote.children().stream().anyMatch(child -> child.selectFirst("blockquote") != null)) {
      return Optional.empty();
    }
    List<Element> links = quote.select("a[href]");
    if (links.size() != 1) {
      return Optional.empty();
    }
    return Words.text(quote).equals(Words.text(links.get(0)))
        ? PostAddresses.parse(links.get(0).attr("href"))
            .filter(a -> !a.platform().equals("youtube"))
        : Optional.empty();
  }
}
