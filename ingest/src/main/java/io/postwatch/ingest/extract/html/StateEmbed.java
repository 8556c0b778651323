// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.ingest.extract.x.IdKeys;
import io.postwatch.ingest.extract.x.StatusLink;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Objects of a page's state that stand for an embedded post, such as {@code {"type": "tweet", "id":
 * ...}}, written as the placeholder that a content system would leave in markup.
 */
final class StateEmbed {
  private static final Pattern EMBEDS =
      Pattern.compile(
          "tweet|twitter|embed|social|instagram|tiktok|facebook|youtube|bluesky|mastodon|threads"
              + "|reddit|telegram|truthsocial|\\bx\\b|\\bvk\\b");

  private static final Pattern NO_EMBED =
      Pattern.compile(
          "link|share|sharing|follow|author|profile|timeline|button|credit|metatag|icon|menu");

  private static final Pattern OF_X = Pattern.compile("tweet|twitter|\\bx\\b|xpost");

  private static final int MIN_ID = 8;
  private static final int MAX_ID = 19;

  private static final Pattern EMBEDDABLE =
      Pattern.compile(
          "(?:https?:)?//(?:[\\w-]{1,40}\\.){0,3}(?:twitter\\.com|x\\.com|instagram\\.com"
              + "|instagr\\.am|facebook\\.com|fb\\.watch|tiktok\\.com|threads\\.(?:net|com)"
              + "|bsky\\.app|reddit\\.com|youtube\\.com|youtube-nocookie\\.com|youtu\\.be|t\\.me"
              + "|truthsocial\\.com|vk\\.com)/[^\\s<>\"]{1,1000}+",
          Pattern.CASE_INSENSITIVE);

  /** Frames of services that embed for others, as Medium keeps them: they show nothing else. */
  private static final Pattern FRAMES =
      Pattern.compile(
          "(?:https?:)?//(?:cdn\\.embedly\\.com/widgets/media\\.html|cdn\\.iframe\\.ly/api/iframe)\\?");

  private static final Pattern MASTODON_POST =
      Pattern.compile("https?://[\\w.-]{3,100}+/@[\\w.@-]{1,100}/[0-9]{15,20}+(?:/embed)?");

  private StateEmbed() {}

  /**
   * What the objects around a value say of it.
   *
   * @param type what kinds of thing it is part of, in lower case, empty where nothing says it
   * @param key the name it stands under, empty where it has none
   */
  record Context(String type, String key) {
    static final Context NONE = new Context("", "");

    /** Longer words name no kind. */
    private static final int MAX_LENGTH = 100;

    /** With the kinds that an object says it is, else with those around it. */
    Context of(ObjectNode object, StateKey.Reader keys) {
      StringBuilder types = new StringBuilder();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (keys.read(field.getKey()).ofType()
            && field.getValue().isTextual()
            && field.getValue().textValue().length() < MAX_LENGTH) {
          types.append(' ').append(field.getValue().textValue());
        }
      }
      return types.isEmpty() ? this : new Context(types.toString().toLowerCase(Locale.ROOT), key);
    }

    Context under(String name) {
      return new Context(type, name);
    }

    boolean isEmbed() {
      return !NO_EMBED.matcher(key).find()
          && (EMBEDS.matcher(type).find() && !NO_EMBED.matcher(type).find()
              || EMBEDS.matcher(key).find());
    }

    boolean isOfX() {
      return isEmbed() && (OF_X.matcher(type).find() || OF_X.matcher(key).find());
    }
  }

  /** True for an address at one of the platforms. */
  static boolean isEmbeddable(String address) {
    // Most values of a state are no addresses at all, and the patterns are dear.
    int host = address.indexOf("//");
    return host >= 0
        && host <= "https:".length()
        && (EMBEDDABLE.matcher(address).matches() || MASTODON_POST.matcher(address).matches());
  }

  /**
   * The placeholder for an id that names a post.
   *
   * @param object what has the number, and may have the post's address, which names the account
   */
  static Optional<String> ofId(String text, Context context, ObjectNode object) {
    if (isId(text)
        && (IdKeys.sayX(context.key()) || IdKeys.areTyped(context.key()) && context.isOfX())) {
      return Optional.of(address(object, text).orElseGet(() -> placeholder("data-tweet-id", text)));
    }
    // Few values are as long as ids, so that the context's patterns come last.
    return StateId.address(text, context.type(), context.key())
        .filter(address -> context.isEmbed())
        .map(address -> placeholder("data-oembed-url", address));
  }

  private static boolean isId(String text) {
    boolean id = text.length() >= MIN_ID && text.length() <= MAX_ID;
    for (int i = 0; id && i < text.length(); i++) {
      id = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return id;
  }

  private static Optional<String> address(ObjectNode object, String id) {
    for (JsonNode value : object) {
      String text = value.isTextual() ? value.textValue() : "";
      if (StatusLink.parse(text).filter(link -> link.id().equals(id)).isPresent()) {
        return Optional.of(placeholder("data-oembed-url", text));
      }
    }
    return Optional.empty();
  }

  /** The placeholder for an address that stands where an embed's address does. */
  static Optional<String> ofAddress(String text, Context context) {
    String address = text.strip();
    if (FRAMES.matcher(address).lookingAt()) {
      return Optional.of(new Element("iframe").attr("src", address).outerHtml());
    }
    return isEmbeddable(address) && context.isEmbed()
        ? Optional.of(placeholder("data-oembed-url", address))
        : Optional.empty();
  }

  private static String placeholder(String attribute, String value) {
    return new Element("div").attr(attribute, value).outerHtml();
  }
}
