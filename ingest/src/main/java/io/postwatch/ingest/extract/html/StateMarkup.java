// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.ingest.extract.html.StateEmbed.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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

  /** Longer texts are no addresses. */
  private static final int MAX_ADDRESS = 2000;

  /** The shortest address of a post. */
  private static final int MIN_TEXT = 16;

  /** How a row of React's server components begins, as Next.js streams them into a page. */
  private static final Pattern STREAMED =
      Pattern.compile("[0-9a-f]{1,6}:(?:[A-Z]{1,2})?(?=[\\[{\"])");

  /** What in schema.org's data may be the words of this article with its embeds. */
  private static final Set<String> BODIES = Set.of("articlebody", "text", "liveblogupdate");

  private final StateKey.Reader keys = new StateKey.Reader();
  private final Supplier<PageIdentity> page;

  StateMarkup(Supplier<PageIdentity> page) {
    this.page = page;
  }

  /** Pieces of markup in the script's order. */
  List<String> in(String script) {
    Walk walk = new Walk(false);
    walk.script(script, 0);
    return walk.markup;
  }

  /** Pieces of markup in the bodies of articles, in schema.org's data. */
  List<String> inLinkedData(String json) {
    Walk walk = new Walk(true);
    walk.script(json, 0);
    return walk.markup;
  }

  private final class Walk {
    final List<String> markup = new ArrayList<>();
    private final boolean bodiesOnly;

    Walk(boolean bodiesOnly) {
      this.bodiesOnly = bodiesOnly;
    }

    void script(String script, int nesting) {
      String bounded = script.substring(0, Math.min(script.length(), MAX_LENGTH));
      for (JsonNode value : ScriptValues.in(bounded, name -> keys.read(name).ofOthers())) {
        value(value, Context.NONE, nesting, 0);
      }
    }

    private void value(JsonNode value, Context context, int nesting, int depth) {
      if (depth > MAX_DEPTH) {
        return;
      }
      if (value instanceof ObjectNode object) {
        object(object, context, nesting, depth);
      } else if (value.isArray()) {
        value.forEach(item -> value(item, context, nesting, depth + 1));
      } else if (value.textValue().length() >= MIN_TEXT) {
        text(value.textValue(), context, nesting);
      }
    }

    private void object(ObjectNode object, Context context, int nesting, int depth) {
      if (isOtherArticle(object)) {
        return;
      }
      Optional<String> post = bodiesOnly ? Optional.empty() : StatePost.markup(object);
      if (post.isPresent()) {
        markup.add(post.get());
        return;
      }
      Context inner = bodiesOnly ? context : context.of(object, keys);
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        StateKey key = keys.read(field.getKey());
        JsonNode value = field.getValue();
        if (bodiesOnly && value.isTextual() && !BODIES.contains(key.name()) || key.ofOthers()) {
          continue;
        }
        Context of = inner.under(key.name());
        if (!bodiesOnly && value.isTextual()) {
          StateEmbed.ofId(value.textValue(), of, object).ifPresent(markup::add);
        }
        value(value, of, nesting, depth + 1);
      }
    }

    private void text(String text, Context context, int nesting) {
      char first = text.charAt(0);
      if (first == '{' || first == '[' || isStreamed(text)) {
        if (nesting < MAX_NESTING && EmbedSigns.in(text)) {
          script(text, nesting + 1);
        }
      } else {
        HiddenText.markup(text)
            .or(() -> StateEmbed.ofAddress(text, context))
            .ifPresent(markup::add);
      }
    }
  }

  private static boolean isStreamed(String text) {
    return Character.digit(text.charAt(0), 16) >= 0 && STREAMED.matcher(text).lookingAt();
  }

  /** True for an object with a title or body, and an address, that are not this page's. */
  private boolean isOtherArticle(ObjectNode object) {
    String title = "";
    boolean article = false;
    boolean addressed = false;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      StateKey key = keys.read(field.getKey());
      if (key.ofTitle() && title.isEmpty()) {
        title = title(field.getValue());
      }
      article |= key.ofTitle() || key.ofBody();
      addressed |= key.ofAddress();
    }
    return article && addressed && isElsewhere(object, title);
  }

  private boolean isElsewhere(ObjectNode object, String title) {
    boolean compared = false;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (keys.read(field.getKey()).ofAddress() && field.getValue().isTextual()) {
        String address = field.getValue().textValue();
        if (address.length() > 1
            && address.length() <= MAX_ADDRESS
            && !StateEmbed.isEmbeddable(address)) {
          compared = true;
          if (page.get().mayBe(address, title)) {
            return false;
          }
        }
      }
    }
    return compared;
  }

  /** A title, also where it is an object of its plain and its rendered form. */
  private static String title(JsonNode value) {
    JsonNode text = value;
    if (value.isContainerNode() && !value.isEmpty()) {
      text = value.elements().next();
    }
    return text.isTextual() ? text.textValue() : "";
  }
}
