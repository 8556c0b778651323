// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds in a page's state, as single-page apps keep it in JSON or JavaScript, the markup of this
 * page's article, and the objects that stand for an embed; leaves out other articles.
 */
final class StateMarkup {
  /** JSON in a string of JSON in a string of JSON: deeper has not been seen. */
  private static final int MAX_NESTING = 3;

  private static final int MAX_DEPTH = 400;

  /** Longer scripts are cut: the states of the largest pages have some 3 million characters. */
  private static final int MAX_LENGTH = 8_000_000;

  /** Names, in lower case and without signs, of what is not this article. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "related|recommend|recirc|most(?:read|popular|viewed|shared)|popular|trending|latest"
              + "|pager|rail$|sidebar|footer|^nav|menu|comments?$|upnext|^next|^prev"
              + "|more(?:stories|from|articles|news|posts)|^more$|newsletter|authors?$|byline"
              + "|contributors|claimreview|suggest|similar|promo|teasers?$|footnotes?|references"
              + "|shar(?:e|ing)|credits?$|follow|timeline|feeds?$|profile|readnext|alsoread|tooltip");

  private static final Set<String> TITLES = Set.of("headline", "title", "headlines", "name");

  private static final Set<String> ADDRESSES =
      Set.of(
          "url",
          "canonicalurl",
          "canonical",
          "websiteurl",
          "slug",
          "permalink",
          "link",
          "path",
          "uri",
          "weburl",
          "shareurl",
          "href",
          "fullslug",
          "pageurl",
          "publicurl",
          "pathname");

  /** What in schema.org's data may be the words of this article with its embeds. */
  private static final Set<String> BODIES = Set.of("articlebody", "text", "liveblogupdate");

  private final PageIdentity page;

  StateMarkup(PageIdentity page) {
    this.page = page;
  }

  /** Pieces of markup in the script's order. */
  List<String> in(String script) {
    List<String> markup = new ArrayList<>();
    new Walk(markup, false).script(script, 0);
    return markup;
  }

  /** Pieces of markup in the bodies of articles, in schema.org's data. */
  List<String> inLinkedData(String json) {
    List<String> markup = new ArrayList<>();
    new Walk(markup, true).script(json, 0);
    return markup;
  }

  /** A name of a value without case and signs, so that tweet_id and tweetId are one. */
  static String plain(String key) {
    StringBuilder plain = new StringBuilder(key.length());
    key.chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) c));
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  private final class Walk {
    private final List<String> markup;
    private final boolean bodiesOnly;

    Walk(List<String> markup, boolean bodiesOnly) {
      this.markup = markup;
      this.bodiesOnly = bodiesOnly;
    }

    void script(String script, int nesting) {
      String bounded = script.substring(0, Math.min(script.length(), MAX_LENGTH));
      for (JsonNode value : ScriptValues.in(bounded)) {
        value(value, StateEmbed.Context.NONE, nesting, 0);
      }
    }

    private void value(JsonNode value, StateEmbed.Context context, int nesting, int depth) {
      if (depth > MAX_DEPTH) {
        return;
      }
      if (value instanceof ObjectNode object) {
        object(object, context, nesting, depth);
      } else if (value.isArray()) {
        value.forEach(item -> value(item, context, nesting, depth + 1));
      } else {
        text(value.textValue(), context, nesting);
      }
    }

    private void object(ObjectNode object, StateEmbed.Context context, int nesting, int depth) {
      if (isOtherArticle(object)) {
        return;
      }
      Optional<String> post = bodiesOnly ? Optional.empty() : StatePost.markup(object);
      if (post.isPresent()) {
        markup.add(post.get());
        return;
      }
      StateEmbed.Context inner = context.of(object);
      if (!bodiesOnly) {
        StateEmbed.markup(object, inner).ifPresent(markup::add);
      }
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        String key = plain(field.getKey());
        boolean read = !bodiesOnly || field.getValue().isContainerNode() || BODIES.contains(key);
        if (read && !OTHERS.matcher(key).find()) {
          value(field.getValue(), inner.under(key), nesting, depth + 1);
        }
      }
    }

    private void text(String text, StateEmbed.Context context, int nesting) {
      if (text.isEmpty()) {
        return;
      }
      char first = text.charAt(0);
      if ((first == '{' || first == '[') && nesting < MAX_NESTING && EmbedSigns.in(text)) {
        script(text, nesting + 1);
      } else if (text.length() > 20) {
        HiddenText.markup(text).or(() -> StateEmbed.markup(text, context)).ifPresent(markup::add);
      }
    }

    private boolean isOtherArticle(ObjectNode object) {
      String title = "";
      String address = "";
      boolean same = false;
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        String key = plain(field.getKey());
        JsonNode value = field.getValue();
        if (TITLES.contains(key) && title.isEmpty()) {
          title = value.isTextual() ? value.textValue() : value.path("basic").asText("");
        }
      }
      if (title.isEmpty()) {
        return false;
      }
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        JsonNode value = field.getValue();
        if (value.isTextual() && ADDRESSES.contains(plain(field.getKey()))) {
          String text = value.textValue();
          if (!StateEmbed.isEmbeddable(text) && text.length() > 1) {
            address = text;
            same |= page.mayBe(text, title);
          }
        }
      }
      return !address.isEmpty() && !same;
    }
  }
}
