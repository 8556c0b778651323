// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.contract;

import io.postwatch.schema.Incident;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A topic that consumers may read, with what neither catalogue nor schema says of it.
 *
 * @param name its channel's name in the document
 * @param topic its entry in the catalogue
 * @param key what its key is
 * @param payload schema of its values, where they are Avro
 * @param headers what its headers say beside CloudEvents' attributes, by their names
 * @param description what a record of it means
 */
record PublishedTopic(
    String name,
    Topic topic,
    String key,
    Optional<Schema> payload,
    Map<String, String> headers,
    String description) {

  private static final Map<String, String> WHY_LATE =
      Map.of(
          "postwatch.late.windows", "Sizes of POSTED windows that it came too late for: 1m,1h.",
          "postwatch.late.clock", "Time of the POSTED clock when it came, ISO 8601 in UTC.",
          "postwatch.late.seen-windows", "Sizes of SEEN windows that it came too late for.",
          "postwatch.late.seen-clock", "Time of the SEEN clock when it came, ISO 8601 in UTC.");

  private static final Map<String, String> WHY_DEAD =
      Map.of(
          "error", "What is wrong with it, a sentence for people.",
          "stage", "The stage that could not read it.",
          "topic", "Where it was read, unless ingest read it from a source.",
          "partition", "Partition of that topic.",
          "offset", "Offset in that partition.",
          "source", "The path or URL that ingest read.",
          "place", "Where in that source, where it has parts.");

  /** All of them, in the order of the data flow. */
  static final List<PublishedTopic> ALL =
      List.of(
          of("posts", Topics.POSTS, "Identity of the post.", "A sighting of a post in an article."),
          of(
              "enrichedPosts",
              Topics.ENRICHED_POSTS,
              "Identity of the post.",
              "A sighting of a post with what was read from its text."),
          of(
              "incidents",
              Topics.INCIDENTS,
              "Id of the incident's topic.",
              "A topic that a sighting of a post reports, at a place."),
          of(
              "incidentCounts",
              Topics.INCIDENT_COUNTS,
              "What is counted.",
              "The whole count of a topic at a place in a window. It replaces every earlier one of"
                  + " the same key."),
          of(
              "watchListCounts",
              Topics.WATCH_LIST_COUNTS,
              "What is counted, and of which watch list's posts.",
              "The whole count of a topic at a place in a window, of the posts that a watch list"
                  + " watches. It replaces every earlier one of the same key."),
          of(
              "spikes",
              Topics.SPIKES,
              "Id of the topic.",
              "A topic that is reported at a place more often than its past there lets expect. It"
                  + " replaces every earlier one of the same topic, place and startedAt."),
          of(
              "alertDeliveries",
              Topics.ALERT_DELIVERIES,
              "Rule, topic, place, startedAt and event, with slashes between them.",
              "What has become of an alert. It replaces every earlier one of the same key."),
          new PublishedTopic(
              "late",
              Topics.LATE,
              "Id of the incident's topic.",
              Optional.of(Incident.getClassSchema()),
              WHY_LATE,
              "An incident that came after a window that it belongs to had closed."),
          new PublishedTopic(
              "deadLetters",
              Topics.DEAD_LETTERS,
              "The key as it came, or the source that ingest read.",
              Optional.empty(),
              WHY_DEAD,
              "What a stage could not read: the bytes as they came, none where they are too many."));

  private static PublishedTopic of(String name, Topic topic, String key, String description) {
    return new PublishedTopic(name, topic, key, topic.valueSchema(), Map.of(), description);
  }
}
