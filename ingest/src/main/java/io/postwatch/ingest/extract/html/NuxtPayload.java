// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jsoup.nodes.Element;

/**
 * The state of Nuxt's pages from version 3 on, as github.com/sveltejs/devalue writes it: one list
 * of all values, in which objects and lists name theirs by their places. Only put together do they
 * say what an id is of, and which article a text belongs to.
 */
final class NuxtPayload {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Values that name each other in a circle end here. */
  private static final int MAX_DEPTH = 60;

  /** Values put together: the largest pages have some 50,000, and many name one value. */
  private static final int MAX_VALUES = 200_000;

  /** Characters of them: a long text that everything names must not fill the memory. */
  private static final int MAX_LENGTH = 8_000_000;

  private final JsonNode values;
  private int count;
  private int length;

  private NuxtPayload(JsonNode values) {
    this.values = values;
  }

  static boolean is(Element script) {
    return script.id().equals("__NUXT_DATA__") || script.hasAttr("data-nuxt-data");
  }

  /** The payload as plain JSON, or as it is where it is something else. */
  static String plain(String payload) {
    try {
      JsonNode values = MAPPER.readTree(payload);
      return values.isArray() && values.size() > 1
          ? new NuxtPayload(values).at(0, 0).toString()
          : payload;
    } catch (JsonProcessingException broken) {
      return payload;
    }
  }

  private JsonNode at(int place, int depth) {
    JsonNode value = values.path(place);
    int more = value.isTextual() ? value.textValue().length() : 1;
    if (depth > MAX_DEPTH || count >= MAX_VALUES || more > MAX_LENGTH - length) {
      return MissingNode.getInstance();
    }
    count++;
    length += more;
    if (value instanceof ObjectNode object) {
      ObjectNode whole = NODES.objectNode();
      object
          .properties()
          .forEach(field -> put(whole, field.getKey(), named(field.getValue(), depth + 1)));
      return whole;
    }
    return value instanceof ArrayNode list ? list(list, depth) : value;
  }

  /** A list of values, or a type's name and the one value that is of it. */
  private JsonNode list(ArrayNode list, int depth) {
    if (list.path(0).isTextual()) {
      return list.path(1).isInt() ? at(list.path(1).intValue(), depth + 1) : list;
    }
    ArrayNode whole = NODES.arrayNode();
    for (JsonNode place : list) {
      JsonNode value = named(place, depth + 1);
      if (!value.isMissingNode()) {
        whole.add(value);
      }
    }
    return whole;
  }

  private JsonNode named(JsonNode place, int depth) {
    return place.isInt() ? at(place.intValue(), depth) : MissingNode.getInstance();
  }

  private static void put(ObjectNode object, String key, JsonNode value) {
    if (!value.isMissingNode()) {
      object.set(key, value);
    }
  }
}
