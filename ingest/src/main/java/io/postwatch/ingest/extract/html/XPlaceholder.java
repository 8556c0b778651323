// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.x.IdAttributes;
import io.postwatch.ingest.extract.x.StatusLink;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * Reads which X post an element stands for by its attributes, as content systems leave it for a
 * script to fill: {@code data-tweet-id}, {@code data-oembed-url} and the like.
 */
final class XPlaceholder {
  /** Shorter numbers are counters of lists; X gave longer ones from January 2007 on. */
  private static final Pattern ID = Pattern.compile("\\d{7,19}");

  /** In attributes that may number anything: ids of Snowflake, and those of the years before. */
  private static final Pattern SURE_ID = Pattern.compile("\\d{9,19}");

  /** The shortest address of a post. */
  private static final int MIN_ADDRESS = 20;

  private static final Set<String> TYPES =
      Set.of(
          "data-type",
          "data-embed-type",
          "data-provider",
          "data-network",
          "data-social",
          "data-service",
          "data-platform",
          "data-component",
          "data-embed",
          "data-embed-provider",
          "data-provider-name",
          "data-media-type",
          "data-social-network",
          "data-source",
          "data-media-site-id",
          "type",
          "provider",
          "data-entity-type",
          "data-widget",
          "data-module",
          "data-embed-name");

  /** What shows something else, or does something, whatever it is said to be about. */
  private static final Set<String> NEVER =
      Set.of(
          "a", "img", "picture", "source", "video", "link", "meta", "input", "button", "option",
          "script", "style", "svg", "time", "q", "html", "body", "head", "form", "label", "h1");

  /** Attributes about an element, not of what it shows. */
  private static final Pattern ABOUT =
      Pattern.compile(
          "share|credit|clipboard|copy|title|^alt$|via|count|text|desc|summary|note|tooltip|cite"
              + "|author|attribution|caption|redirect|return|referr|action|comment|reply|parent");

  private static final Pattern LINK_AS_EMBED =
      Pattern.compile("(?:^|[\\s_-])(?:embedly-card|o-?embed|embed|twitter-embed)(?:$|[\\s])");

  private XPlaceholder() {}

  /** The post; empty for elements that stand for none. */
  static Optional<StatusLink> read(Element element) {
    String tag = element.normalName();
    boolean link = tag.equals("a");
    if (link ? !isLinkAsEmbed(element) : NEVER.contains(tag)) {
      return Optional.empty();
    }
    if (!MoreAttributes.in(element) && !XNames.isOfX(element.id())) {
      return Optional.empty();
    }
    Optional<StatusLink> found = Optional.empty();
    for (Attribute attribute : element.attributes()) {
      String value = attribute.getValue();
      if (value.length() >= MIN_ADDRESS && value.contains("status")) {
        found = address(attribute.getKey(), value);
      } else if (isNumber(value) && names(element, attribute.getKey(), value)) {
        found = StatusLink.of(number(value));
      }
      if (found.isPresent()) {
        return isAboutPosts(element) ? Optional.empty() : found.map(post -> named(post, element));
      }
    }
    return found;
  }

  /** With the account where another attribute has the post's address. */
  private static StatusLink named(StatusLink post, Element element) {
    if (post.handle() != null) {
      return post;
    }
    return element.attributes().asList().stream()
        .filter(attribute -> attribute.getValue().contains("status"))
        .flatMap(attribute -> address(attribute.getKey(), attribute.getValue()).stream())
        .filter(link -> link.id().equals(post.id()))
        .findFirst()
        .orElse(post);
  }

  private static boolean isAboutPosts(Element element) {
    String classes = element.attr("class");
    return !classes.isEmpty() && XNames.isNoPost(classes);
  }

  /** Link cards that a script turns into the post: Embedly's, Iframely's. */
  private static boolean isLinkAsEmbed(Element link) {
    Attributes attributes = link.attributes();
    String classes = attributes.get("class");
    return attributes.hasKey("data-iframely-url")
        || classes.contains("embed") && LINK_AS_EMBED.matcher(classes).find();
  }

  private static Optional<StatusLink> address(String key, String value) {
    if (ABOUT.matcher(key).find()) {
      return Optional.empty();
    }
    boolean encoded = value.startsWith("http") && value.regionMatches(true, 4, "s%3A%2F%2F", 0, 10);
    String address = encoded ? XFrame.decoded(value).orElse("") : value.strip();
    return StatusLink.parse(address.contains("//") ? address : "//" + address);
  }

  private static boolean isNumber(String value) {
    return value.length() >= 7 && Character.isDigit(value.charAt(value.length() - 1));
  }

  private static boolean names(Element element, String key, String value) {
    return IdAttributes.OF_X.contains(key) && ID.matcher(value.strip()).matches()
        || IdAttributes.TYPED.contains(key)
            && SURE_ID.matcher(number(value)).matches()
            && isOfX(element, key, value);
  }

  /** The digits of an id, also of one like {@code tweet-1234567890}. */
  private static String number(String value) {
    String id = value.strip();
    int start = id.length();
    while (start > 0 && id.charAt(start - 1) >= '0' && id.charAt(start - 1) <= '9') {
      start--;
    }
    boolean fraction = start > 0 && id.charAt(start - 1) == '.';
    return fraction ? "" : id.substring(start);
  }

  private static boolean isOfX(Element element, String key, String value) {
    if (key.equals("id")) {
      return value.matches(
          "(?i)(?:tweet|twitter)(?:[-_]?(?:tweet|embed|status|container|post))?[-_]?\\d+");
    }
    if (XNames.isOfX(element.normalName()) || XNames.isPost(element.attr("class"))) {
      return true;
    }
    return isTyped(element);
  }

  /** True where an attribute for kinds of embeds names X. */
  static boolean isTyped(Element element) {
    return TYPES.stream().anyMatch(type -> XNames.isOfX(element.attr(type).strip()));
  }
}
