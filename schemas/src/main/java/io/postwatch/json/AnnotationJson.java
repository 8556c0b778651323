// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.schema.Entity;
import io.postwatch.schema.Figure;
import io.postwatch.schema.PlaceMention;
import io.postwatch.schema.TopicMention;
import java.util.List;
import java.util.function.Function;

/** Annotations in the form that {@code annotate} prints. */
public final class AnnotationJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AnnotationJson() {}

  /** Adds the annotations to the object, in place of any it has. */
  public static void addTo(
      ObjectNode json,
      String language,
      List<Entity> entities,
      List<PlaceMention> places,
      List<TopicMention> topics,
      List<Figure> figures) {
    json.set("entities", array(entities, AnnotationJson::entity));
    json.set("places", array(places, AnnotationJson::place));
    json.set("topics", array(topics, AnnotationJson::topic));
    json.set("figures", array(figures, AnnotationJson::figure));
    json.put("language", language);
  }

  private static <T> ArrayNode array(List<T> values, Function<T, ObjectNode> json) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(value -> array.add(json.apply(value)));
    return array;
  }

  private static ObjectNode entity(Entity entity) {
    return NODES
        .objectNode()
        .put("text", entity.getText())
        .put("type", entity.getType().name())
        .put("start", entity.getStart())
        .put("end", entity.getEnd());
  }

  private static ObjectNode place(PlaceMention place) {
    return NODES
        .objectNode()
        .put("text", place.getText())
        .put("start", place.getStart())
        .put("end", place.getEnd())
        .put("geonameId", place.getGeonameId())
        .put("name", place.getName())
        .put("country", place.getCountry())
        .put("admin1", place.getAdmin1())
        .put("latitude", place.getLatitude())
        .put("longitude", place.getLongitude())
        .put("kind", place.getKind())
        .put("confidence", place.getConfidence());
  }

  private static ObjectNode topic(TopicMention topic) {
    return NODES
        .objectNode()
        .put("topic", topic.getTopic())
        .put("confidence", topic.getConfidence())
        .put("start", topic.getStart())
        .put("end", topic.getEnd());
  }

  /** A figure as it stands among the annotations. */
  public static ObjectNode figure(Figure figure) {
    return NODES
        .objectNode()
        .put("kind", figure.getKind().name())
        .put("count", figure.getCount())
        .put("upper", figure.getUpper())
        .put("modifier", figure.getModifier().name())
        .put("unit", figure.getUnit())
        .put("subset", figure.getSubset())
        .put("start", figure.getStart())
        .put("end", figure.getEnd());
  }
}
