// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.enrich.gazetteer.Place;
import io.postwatch.enrich.places.CandidateFeature;
import io.postwatch.enrich.places.Explanation;
import io.postwatch.enrich.places.MentionFeature;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What spoke for and against places in the form that {@code annotate --explain} prints. */
final class ExplanationJson {
  /** Some names have hundreds of places, of which few were ever likely. */
  private static final int MOST_CANDIDATES = 10;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ExplanationJson() {}

  /** Adds the explanations to the object, in place of any it has. */
  static void addTo(ObjectNode json, List<Explanation> explanations) {
    ArrayNode array = NODES.arrayNode();
    explanations.forEach(one -> array.add(name(one)));
    json.set("explain", array);
  }

  private static ObjectNode name(Explanation one) {
    ObjectNode name =
        NODES
            .objectNode()
            .put("text", one.words())
            .put("start", one.start())
            .put("end", one.end())
            .put("isPlace", rounded(one.isPlace()));
    name.set("features", features(MentionFeature.values(), one.features()));
    ArrayNode candidates = NODES.arrayNode();
    one.candidates().stream()
        .sorted(Comparator.comparingDouble(Explanation.Candidate::probability).reversed())
        .limit(MOST_CANDIDATES)
        .forEach(candidate -> candidates.add(candidate(candidate)));
    name.set("candidates", candidates);
    return name;
  }

  private static ObjectNode candidate(Explanation.Candidate candidate) {
    Place place = candidate.place();
    ObjectNode json =
        NODES
            .objectNode()
            .put("geonameId", place.geonameId())
            .put("name", place.name())
            .put("country", place.country())
            .put("admin1", place.admin1())
            .put("kind", place.kind().published())
            .put("population", place.population())
            .put("probability", rounded(candidate.probability()));
    json.set("features", features(CandidateFeature.values(), candidate.features()));
    return json;
  }

  /** Those that say something, under their names. */
  private static ObjectNode features(Enum<?>[] names, double[] values) {
    ObjectNode features = NODES.objectNode();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        features.put(names[i].name().toLowerCase(Locale.ROOT), rounded(values[i]));
      }
    }
    return features;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
