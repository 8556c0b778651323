// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Every metric of our own: the one place that names them, with unit and help. Labels have few
 * values, whatever comes in.
 *
 * <p>Counters start at 0 with the process, and count what a stage does: work that is done again
 * after a failure counts again, though its results do not.
 */
public enum Metric {
  DOCUMENTS("postwatch.documents", Kind.COUNTER, "", "Documents that ingest has read"),
  SIGHTINGS(
      "postwatch.sightings", Kind.COUNTER, "", "Posts in documents that ingest has published"),
  POSTS("postwatch.posts", Kind.COUNTER, "", "Records of posts that enrich has read"),
  INCIDENTS("postwatch.incidents", Kind.COUNTER, "", "Incidents that aggregate has counted"),
  COUNTS("postwatch.counts", Kind.COUNTER, "", "Counts that aggregate has published"),
  UNCOUNTED(
      "postwatch.uncounted",
      Kind.COUNTER,
      "",
      "Incidents left out of one or all windows; reason late: they are in postwatch.late.v1"),
  DEAD_LETTERS(
      "postwatch.dead.letters",
      Kind.COUNTER,
      "",
      "Records and documents put into postwatch.dead-letters.v1"),
  COUNT_LATENCY(
      "postwatch.count.latency",
      Kind.TIMER,
      "seconds",
      "From the arrival of a post at ingest to the publishing of a count that includes it"),
  WATERMARK_LAG(
      "postwatch.watermark.lag",
      Kind.GAUGE,
      "seconds",
      "How far the clock by which a task closes windows is behind the wall clock"),
  SPIKES("postwatch.spikes", Kind.COUNTER, "", "Records of spikes told"),
  ALERTS("postwatch.alerts", Kind.COUNTER, "", "Alerts that were delivered, or given up"),
  ALERT_RETRIES(
      "postwatch.alert.retries", Kind.COUNTER, "", "Tries to deliver alerts that did not succeed"),
  ALERTS_WAITING(
      "postwatch.alerts.waiting", Kind.GAUGE, "", "Alerts to be delivered, those held included"),
  HTTP_REQUESTS(
      "postwatch.http.requests", Kind.TIMER, "seconds", "Answered requests, by how long it took"),
  FEED_READERS("postwatch.feed.readers", Kind.GAUGE, "", "Readers of the live feed"),
  RESTORATION_LEFT(
      "postwatch.restoration.left",
      Kind.GAUGE,
      "",
      "Records of changelogs to be read before a stage is at work");

  /** What a metric is to Prometheus. */
  public enum Kind {
    COUNTER("counter"),
    GAUGE("gauge"),
    TIMER("histogram");

    private final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  /** From what nobody notices to what somebody should look at. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(30),
    Duration.ofHours(2)
  };

  private final String meter;
  private final Kind kind;
  private final String unit;
  private final String help;

  Metric(String meter, Kind kind, String unit, String help) {
    this.meter = meter;
    this.kind = kind;
    this.unit = unit;
    this.help = help;
  }

  /** What Prometheus calls its type. */
  public String type() {
    return kind.type;
  }

  public String help() {
    return help;
  }

  /** As Prometheus shows it; a histogram has {@code _bucket}, {@code _count} and {@code _sum}. */
  public String exportedName() {
    String name = meter.replace('.', '_') + (unit.isEmpty() ? "" : "_" + unit);
    return kind == Kind.COUNTER ? name + "_total" : name;
  }

  /**
   * The counter with these labels; the same each time.
   *
   * @param labels names and values in turn
   */
  public Counter counter(String... labels) {
    require(Kind.COUNTER);
    return Counter.builder(meter).description(help).tags(labels).register(Metrics.globalRegistry);
  }

  /** The histogram of durations with these labels; the same each time. */
  public Timer timer(String... labels) {
    require(Kind.TIMER);
    return Timer.builder(meter)
        .description(help)
        .tags(labels)
        .serviceLevelObjectives(BUCKETS)
        .register(Metrics.globalRegistry);
  }

  /**
   * Shows a value until the result is closed; of two with the same labels, the first.
   *
   * @param value asked whenever somebody looks, on any thread; NaN for none
   */
  public Shown gauge(DoubleSupplier value, String... labels) {
    require(Kind.GAUGE);
    if (Metrics.globalRegistry.find(meter).tags(labels).gauge() != null) {
      return new Shown(Optional.empty());
    }
    return new Shown(
        Optional.of(
            Gauge.builder(meter, value::getAsDouble)
                .description(help)
                .baseUnit(Optional.of(unit).filter(known -> !known.isEmpty()).orElse(null))
                .tags(labels)
                .strongReference(true)
                .register(Metrics.globalRegistry)));
  }

  private void require(Kind expected) {
    if (kind != expected) {
      throw new IllegalStateException(this + " is no " + expected);
    }
  }

  /**
   * A value that is shown.
   *
   * @param gauge empty where another is shown in its place
   */
  public record Shown(Optional<Gauge> gauge) implements AutoCloseable {
    @Override
    public void close() {
      gauge.ifPresent(Metrics.globalRegistry::remove);
    }
  }
}
