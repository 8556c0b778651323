// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Objects of a page's state that stand for an embedded post, such as {@code {"type": "tweet", "id":
 * ...}}, written as the placeholder that a content system would leave in markup.
 */
final class StateEmbed {
  private static final Set<String> TYPES =
      Set.of(
          "type",
          "subtype",
          "typename",
          "nodetype",
          "kind",
          "role",
          "blocktype",
          "component",
          "componentname",
          "embedtype",
          "provider",
          "providername",
          "service",
          "network",
          "mediatype",
          "platform",
          "format",
          "model",
          "elementtype",
          "resourcetype",
          "layout",
          "name",
          "source",
          "contenttype");

  private static final Set<String> IDS =
      Set.of(
          "id",
          "idstr",
          "externalid",
          "remoteid",
          "postid",
          "statusid",
          "embedid",
          "value",
          "content",
          "data",
          "code",
          "itemid",
          "sourceid");

  private static final Pattern EMBEDS =
      Pattern.compile(
          "tweet|twitter|embed|social|instagram|tiktok|facebook|youtube|bluesky|mastodon|threads"
              + "|reddit|telegram|truthsocial|^x$|^vk$");

  private static final Pattern NO_EMBED =
      Pattern.compile("link|share|follow|author|profile|timeline|button|credit|metatag|icon|menu");

  private static final Pattern OF_X = Pattern.compile("tweet|twitter|^x$|xpost");
  private static final Pattern TWEET_ID =
      Pattern.compile("(?:tweet|twitter)(?:status|post)?id(?:str)?");
  private static final Pattern ID = Pattern.compile("[0-9]{8,19}");

  private static final Pattern EMBEDDABLE =
      Pattern.compile(
          "(?:https?:)?//(?:[\\w-]{1,40}\\.){0,3}(?:twitter\\.com|x\\.com|instagram\\.com|instagr\\.am"
              + "|facebook\\.com|fb\\.watch|tiktok\\.com|threads\\.(?:net|com)|bsky\\.app|reddit\\.com"
              + "|youtube\\.com|youtube-nocookie\\.com|youtu\\.be|t\\.me|truthsocial\\.com|vk\\.com)/"
              + "[^\\s<>\"]{1,1000}+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MASTODON_POST =
      Pattern.compile("https?://[\\w.-]{3,100}/@[\\w.@-]{1,100}/[0-9]{15,20}+(?:/embed)?");

  private StateEmbed() {}

  /**
   * What the objects around a value say of it.
   *
   * @param type what kind of thing it is part of, empty where nothing says it
   * @param key the name it stands under, empty where it has none
   */
  record Context(String type, String key) {
    static final Context NONE = new Context("", "");

    /** With the types that an object gives itself, else with those around it. */
    Context of(ObjectNode object) {
      StringBuilder types = new StringBuilder();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (field.getValue().isTextual()
            && field.getValue().textValue().length() < 100
            && TYPES.contains(StateMarkup.plain(field.getKey()))) {
          types.append(' ').append(StateMarkup.plain(field.getValue().textValue()));
        }
      }
      return types.isEmpty() ? this : new Context(types.substring(1), key);
    }

    Context under(String name) {
      return new Context(type, name);
    }

    boolean isEmbed() {
      return says(type) || says(key);
    }

    boolean isOfX() {
      return isEmbed() && (anyWord(OF_X, type) || OF_X.matcher(key).find());
    }

    private static boolean says(String words) {
      return anyWord(EMBEDS, words) && !NO_EMBED.matcher(words).find();
    }

    private static boolean anyWord(Pattern pattern, String words) {
      for (String word : words.split(" ")) {
        if (pattern.matcher(word).find()) {
          return true;
        }
      }
      return false;
    }
  }

  /** True for an address at one of the platforms. */
  static boolean isEmbeddable(String address) {
    return EMBEDDABLE.matcher(address).matches() || MASTODON_POST.matcher(address).matches();
  }

  /** The placeholder for an object that names an X post by its id. */
  static Optional<String> markup(ObjectNode object, Context context) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String key = StateMarkup.plain(field.getKey());
      boolean named = TWEET_ID.matcher(key).matches() || context.isOfX() && IDS.contains(key);
      if (named
          && field.getValue().isTextual()
          && ID.matcher(field.getValue().textValue()).matches()) {
        return Optional.of(placeholder("data-tweet-id", field.getValue().textValue()));
      }
    }
    return Optional.empty();
  }

  /** The placeholder for an address that stands where an embed's address does. */
  static Optional<String> markup(String text, Context context) {
    String address = text.strip();
    return context.isEmbed() && !NO_EMBED.matcher(context.key()).find() && isEmbeddable(address)
        ? Optional.of(placeholder("data-oembed-url", address))
        : Optional.empty();
  }

  private static String placeholder(String attribute, String value) {
    return new Element("div").attr(attribute, value).outerHtml();
  }
}
