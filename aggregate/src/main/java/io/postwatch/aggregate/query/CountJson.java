// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.json.EvidenceJson;
import io.postwatch.schema.CountedFigure;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A count as {@code run --json} and {@code counts --json} print it, and the API answers. */
public final class CountJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CountJson() {}

  /** The form that the command line prints. */
  public static ObjectNode of(IncidentCountKey key, IncidentCount count) {
    ObjectNode json = NODES.objectNode();
    json.put("clock", key.getClock().name());
    json.put("topic", key.getTopic());
    json.put("place", key.getPlace().isEmpty() ? null : key.getPlace());
    json.put("windowStart", key.getWindowStart().toString());
    json.put("windowSize", new WindowSize(key.getWindowSize()).toString());
    json.put("posts", count.getPosts());
    json.put("sightings", count.getSightings());
    json.put("authors", count.getAuthors());
    json.put("outlets", count.getOutlets());
    json.put("distinctTexts", count.getDistinctTexts());
    json.put("status", count.getStatus().name());
    List<String> estimated = estimated(count);
    if (!estimated.isEmpty()) {
      ArrayNode names = json.putArray("estimated");
      estimated.forEach(names::add);
    }
    ArrayNode figures = json.putArray("figures");
    count.getFigures().forEach(figure -> figures.add(figure(figure)));
    return json;
  }

  /** The same with what the API tells besides: the place's name, and posts that stand for it. */
  static ObjectNode detailed(CountKey key, IncidentCount count) {
    ObjectNode json =
        of(
            new IncidentCountKey(
                key.clock(),
                key.topic(),
                key.place(),
                Instant.ofEpochMilli(key.windowStart()),
                key.windowSize().millis()),
            count);
    json.put("placeName", count.getPlaceName());
    json.put("watchList", key.isOfWatchList() ? key.watchList() : null);
    ArrayNode evidence = json.putArray("evidence");
    count.getEvidence().forEach(post -> evidence.add(EvidenceJson.of(post)));
    return json;
  }

  /** Names of the numbers that are about right only. */
  private static List<String> estimated(IncidentCount count) {
    List<String> names = new ArrayList<>(0);
    if (count.getAuthorsEstimated()) {
      names.add("authors");
    }
    if (count.getOutletsEstimated()) {
      names.add("outlets");
    }
    if (count.getDistinctTextsEstimated()) {
      names.add("distinctTexts");
    }
    return names;
  }

  private static ObjectNode figure(CountedFigure figure) {
    return NODES
        .objectNode()
        .put("kind", figure.getKind().name())
        .put("count", figure.getCount())
        .put("upper", figure.getUpper())
        .put("modifier", figure.getModifier().name())
        .put("unit", figure.getUnit())
        .put("post", figure.getPostKey());
  }
}
