// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.ingest.extract.x.StatusLink;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * X posts kept whole in a page's state: as X's API gives them (docs.x.com, "Tweet object"), and as
 * newsletter editors keep them with their card. Written as the blockquote of X's embed code.
 */
final class StatePost {
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,20}");
  private static final Pattern ID = Pattern.compile("[0-9]{2,19}");

  private StatePost() {}

  /** Empty for an object that lacks the id, the author or the words of a post. */
  static Optional<String> markup(ObjectNode post) {
    Optional<String> text = first(post, "full_text", "fullText", "text");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    JsonNode user = user(post);
    Optional<String> handle =
        first(user, "screen_name", "screenName", "username", "handle")
            .map(name -> name.startsWith("@") ? name.substring(1) : name)
            .filter(name -> HANDLE.matcher(name).matches());
    Optional<StatusLink> link =
        first(post, "url", "permalink", "tweet_url").flatMap(StatusLink::parse);
    boolean fromApi = post.has("id_str") || post.has("idStr") || post.has("rest_id");
    Optional<String> id =
        link.map(StatusLink::id)
            .or(() -> fromApi ? first(post, "id_str", "idStr", "rest_id") : Optional.empty())
            .filter(number -> ID.matcher(number).matches());
    return id.isEmpty() || handle.isEmpty()
        ? Optional.empty()
        : Optional.of(
            blockquote(post, id.get(), handle.get(), first(user, "name").orElse(""), text.get()));
  }

  private static JsonNode user(ObjectNode post) {
    return Stream.of("user", "author")
        .map(post::path)
        .filter(JsonNode::isObject)
        .findFirst()
        .orElse(post);
  }

  private static Optional<String> first(JsonNode object, String... keys) {
    return Stream.of(keys)
        .map(object::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst();
  }

  private static String blockquote(
      ObjectNode post, String id, String handle, String name, String text) {
    Element quote = new Element("blockquote").addClass("twitter-tweet").attr("data-tweet-id", id);
    Element words = quote.appendElement("p");
    // The API escapes what HTML must escape, and breaks lines as plain text does.
    for (String line : Parser.unescapeEntities(text, false).split("\n", -1)) {
      if (words.childNodeSize() > 0) {
        words.appendElement("br");
      }
      words.appendChild(new TextNode(line));
    }
    quote.appendChild(new TextNode("— " + name + " (@" + handle + ") "));
    quote.appendElement("a").attr("href", "https://twitter.com/" + handle + "/status/" + id);
    return quote.outerHtml();
  }
}
