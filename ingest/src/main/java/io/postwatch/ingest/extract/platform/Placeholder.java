// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Elements in whose place a content system, AMP or a consent manager shows a post. */
final class Placeholder {
  /** Elements that show pages, counts and buttons, whatever their address leads to. */
  private static final Pattern OTHER_WIDGET =
      Pattern.compile(
          "amp-facebook-\\w+|amp-social-share|(?:^|.*\\s)fb-(?:page|like|share-button|comments"
              + "|comment-embed|send|save|follow|group|quote)(?:\\s.*|$)");

  /** Attributes that name a source of words or pictures, or what a button shares. */
  private static final Pattern OTHER_ADDRESS =
      Pattern.compile("share|credit|caption|source|copyright|author|attribution|comment|profile");

  /** CKEditor's and Facebook's elements, which are no custom elements by their names. */
  private static final Set<String> OWN_ELEMENTS = Set.of("oembed", "fb:post", "fb:video");

  private Placeholder() {}

  static Optional<PostAddress> of(Element element) {
    String tag = element.normalName();
    boolean custom = tag.indexOf('-') > 0 || OWN_ELEMENTS.contains(tag);
    Optional<PostAddress> found = custom ? amp(element, tag) : Optional.empty();
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey();
      if (found.isPresent()) {
        break;
      }
      if (custom || name.startsWith("data-") || name.equals("id") || name.equals("videoid")) {
        found =
            name.equals("data-telegram-post")
                ? TelegramAddress.post(attribute.getValue())
                : address(name, attribute.getValue())
                    .or(() -> YouTubePlayer.of(element, attribute));
      }
    }
    return found.filter(address -> !isOtherWidget(element, tag));
  }

  private static Optional<PostAddress> address(String name, String value) {
    return WebAddress.isLikely(value) && !OTHER_ADDRESS.matcher(name).find()
        ? PostAddresses.framed(value)
        : Optional.empty();
  }

  private static Optional<PostAddress> amp(Element element, String tag) {
    return switch (tag) {
      case "amp-instagram" -> InstagramAddress.ofCode(element.attr("data-shortcode"), null);
      case "amp-tiktok" -> TikTokAddress.ofId(element.attr("data-src"), null);
      case "amp-vk" -> VkAddress.wall(element.attr("data-owner-id"), element.attr("data-post-id"));
      default -> Optional.empty();
    };
  }

  private static boolean isOtherWidget(Element element, String tag) {
    return OTHER_WIDGET.matcher(tag).matches()
        || OTHER_WIDGET.matcher(element.className()).matches();
  }
}
