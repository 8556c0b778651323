// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.topics;

import io.postwatch.schema.AlertDelivery;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.schema.SourcePosition;
import io.postwatch.schema.Spike;
import io.postwatch.schema.WatchListCountKey;
import io.postwatch.topics.Topic.Cleanup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** The catalogue of every topic that Postwatch publishes: the one place that names them. */
public final class Topics {
  /** Enough for a handful of instances of each stage, few enough for a laptop. */
  private static final int PARTITIONS = 4;

  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration YEAR = Duration.ofDays(365);

  public static final Topic POSTS =
      stream("postwatch.posts.v1", EmbeddedPost.getClassSchema(), MONTH);
  public static final Topic ENRICHED_POSTS =
      stream("postwatch.posts.enriched.v1", EnrichedPost.getClassSchema(), MONTH);
  public static final Topic INCIDENTS =
      stream("postwatch.incidents.v1", Incident.getClassSchema(), MONTH);

  public static final Topic INCIDENT_COUNTS =
      counts("postwatch.incident-counts.v1", IncidentCountKey.getClassSchema());

  /** The same counts of the posts that each watch list watches. */
  public static final Topic WATCH_LIST_COUNTS =
      counts("postwatch.watch-list-counts.v1", WatchListCountKey.getClassSchema());

  public static final Topic SPIKES = stream("postwatch.spikes.v1", Spike.getClassSchema(), YEAR);

  /** Records that came after their window was closed, as they came. */
  public static final Topic LATE = raw("postwatch.late.v1", YEAR);

  /** What could not be read or processed, as it came, with the reason in its headers. */
  public static final Topic DEAD_LETTERS = raw("postwatch.dead-letters.v1", Duration.ofDays(90));

  /** How far each input has been read; keyed by the input, internal to ingest. */
  public static final Topic INGEST_POSITIONS =
      new Topic(
          "postwatch.ingest-positions.v1",
          Optional.empty(),
          Optional.of(SourcePosition.getClassSchema()),
          1,
          Cleanup.COMPACT,
          Optional.empty());

  /** What has become of each alert; keyed by rule, spike and event. */
  public static final Topic ALERT_DELIVERIES =
      new Topic(
          "postwatch.alert-deliveries.v1",
          Optional.empty(),
          Optional.of(AlertDelivery.getClassSchema()),
          1,
          Cleanup.COMPACT_DELETE,
          Optional.of(YEAR));

  public static final List<Topic> ALL =
      List.of(
          POSTS,
          ENRICHED_POSTS,
          INCIDENTS,
          INCIDENT_COUNTS,
          WATCH_LIST_COUNTS,
          SPIKES,
          LATE,
          DEAD_LETTERS,
          INGEST_POSITIONS,
          ALERT_DELIVERIES);

  private Topics() {}

  private static Topic stream(String name, Schema value, Duration retention) {
    return new Topic(
        name,
        Optional.empty(),
        Optional.of(value),
        PARTITIONS,
        Cleanup.DELETE,
        Optional.of(retention));
  }

  private static Topic counts(String name, Schema key) {
    return new Topic(
        name,
        Optional.of(key),
        Optional.of(IncidentCount.getClassSchema()),
        PARTITIONS,
        Cleanup.COMPACT_DELETE,
        Optional.of(YEAR));
  }

  private static Topic raw(String name, Duration retention) {
    return new Topic(
        name, Optional.empty(), Optional.empty(), 1, Cleanup.DELETE, Optional.of(retention));
  }
}
