// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.schema.Spike;

/** A published spike in the form that {@code spikes --json} prints. */
public final class SpikeJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SpikeJson() {}

  public static ObjectNode of(Spike spike) {
    ObjectNode json = NODES.objectNode();
    json.put("topic", spike.getTopic());
    json.put("place", spike.getPlace().isEmpty() ? null : spike.getPlace());
    json.put("placeName", spike.getPlaceName());
    json.put("start", spike.getStartedAt().toString());
    json.put("end", spike.getCountedUntil().toString());
    json.put("observed", spike.getObserved());
    json.put("expected", round(spike.getExpected()));
    json.put("score", round(spike.getScore()));
    json.put("isOver", spike.getEndedAt() != null);
    json.put("authors", spike.getAuthors());
    json.put("outlets", spike.getOutlets());
    json.put("updatedAt", spike.getUpdatedAt().toString());
    ArrayNode evidence = json.putArray("evidence");
    spike.getEvidence().forEach(post -> evidence.add(EvidenceJson.of(post)));
    return json;
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
