// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.aggregate.view.KnownIncident;
import io.postwatch.aggregate.view.KnownPost;
import io.postwatch.aggregate.view.ShownIn;
import io.postwatch.json.AnnotationJson;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Posts and incidents in the form in which the API answers: what is not known is null. */
final class ShownJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Articles of a post in a list of many. */
  private static final int FEW_ARTICLES = 5;

  private ShownJson() {}

  /** An incident but for its post's author and text, which {@link #complete} adds. */
  static ObjectNode incident(FoundIncident found) {
    KnownIncident known = found.known();
    Incident incident = found.shown();
    ObjectNode json = NODES.objectNode();
    json.put("post", incident.getPostKey());
    json.put("platform", incident.getPlatform());
    json.put("topic", incident.getTopic());
    json.put("confidence", incident.getConfidence());
    json.set("place", incident.getPlace() == null ? NODES.nullNode() : place(incident.getPlace()));
    json.put(
        "placeSource", incident.getPlaceSource() == null ? null : incident.getPlaceSource().name());
    json.set(
        "evidence",
        array(
            incident.getEvidence(),
            span ->
                NODES
                    .objectNode()
                    .put("text", span.getText())
                    .put("start", span.getStart())
                    .put("end", span.getEnd())));
    json.set("figures", array(incident.getFigures(), AnnotationJson::figure));
    json.put("handle", incident.getHandle());
    json.putNull("author");
    json.putNull("text");
    json.put("url", incident.getUrl());
    addPosted(
        json,
        incident.getPostedAt(),
        incident.getPostedAtPrecision(),
        incident.getPostedAtSource());
    json.put("seenAt", time(known.firstSeen()));
    json.put("sightings", found.sightings());
    json.set("articles", array(known.articles(), ShownJson::article));
    json.set("watchLists", names(incident.getWatchLists()));
    json.put("editedAt", timeOrNull(known.editedAt()));
    json.put("retraction", known.retraction().map(Enum::name).orElse(null));
    return json;
  }

  /** Adds to an incident what its post's form says of the author and the text. */
  static void complete(ObjectNode incident, ObjectNode post) {
    incident.set("author", post.get("author"));
    incident.set("text", post.get("text"));
  }

  private static ObjectNode place(IncidentPlace place) {
    boolean isCountry = place.getKind().equals("COUNTRY") && place.getCountry() != null;
    String id = place.getGeonameId() == null ? null : Long.toString(place.getGeonameId());
    return NODES
        .objectNode()
        .put("place", isCountry || id == null ? place.getCountry() : id)
        .put("name", place.getName())
        .put("country", place.getCountry())
        .put("latitude", place.getLatitude())
        .put("longitude", place.getLongitude())
        .put("kind", place.getKind());
  }

  /**
   * A post.
   *
   * @param isWhole with all of its articles that are remembered
   */
  static ObjectNode post(KnownPost known, boolean isWhole) {
    EnrichedPost enriched = known.post();
    EmbeddedPost post = enriched.getPost();
    ObjectNode json = NODES.objectNode();
    json.put("post", post.getPostKey());
    json.put("platform", post.getPlatform());
    json.put("id", post.getId());
    json.put("handle", post.getHandle());
    json.put("author", post.getAuthor());
    json.put("text", post.getText().isEmpty() ? null : post.getText());
    addPosted(json, post.getPostedAt(), post.getPostedAtPrecision(), post.getPostedAtSource());
    json.put("url", post.getUrl());
    json.set("hashtags", names(post.getHashtags()));
    json.set("mentions", names(post.getMentions()));
    json.set("links", names(post.getLinks()));
    AnnotationJson.addTo(
        json,
        enriched.getLanguage(),
        enriched.getEntities(),
        enriched.getPlaces(),
        enriched.getTopics(),
        enriched.getFigures());
    int articles = isWhole ? KnownPost.MOST_ARTICLES : FEW_ARTICLES;
    json.set(
        "articles", array(known.articles().stream().limit(articles).toList(), ShownJson::article));
    json.put("sightings", known.sightings());
    json.put("firstSeenAt", time(known.firstSeen()));
    json.put("lastSeenAt", time(known.lastSeen()));
    json.set("watchLists", names(post.getWatchLists()));
    json.put("editedAt", timeOrNull(known.editedAt()));
    json.put("deletedAt", timeOrNull(known.deletedAt()));
    return json;
  }

  // The moment of reading stands in for a time that is not known; it says nothing of the post.
  private static void addPosted(
      ObjectNode json, Instant at, TimePrecision precision, TimeSource source) {
    boolean isKnown = source != TimeSource.INGEST;
    json.put("postedAt", isKnown ? at.toString() : null);
    json.put("postedAtPrecision", precision.name());
    json.put("postedAtSource", isKnown ? source.name() : null);
  }

  private static ObjectNode article(ShownIn article) {
    Instant published = article.publishedAt();
    return NODES
        .objectNode()
        .put("url", article.url())
        .put("title", article.title())
        .put("outlet", article.outlet())
        .put("publishedAt", published == null ? null : published.toString())
        .put("seenAt", time(article.seenAt()));
  }

  private static <T> ArrayNode array(List<T> values, Function<T, ObjectNode> json) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(value -> array.add(json.apply(value)));
    return array;
  }

  private static ArrayNode names(List<String> names) {
    ArrayNode array = NODES.arrayNode();
    names.forEach(array::add);
    return array;
  }

  private static String timeOrNull(long epochMillis) {
    return epochMillis <= 0 ? null : time(epochMillis);
  }

  private static String time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).toString();
  }
}
