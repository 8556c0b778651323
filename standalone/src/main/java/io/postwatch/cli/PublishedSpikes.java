// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.json.SpikeJson;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.Spike;
import io.postwatch.topics.Topics;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Prints the spikes of {@code postwatch.spikes.v1} as a table or as JSON. */
final class PublishedSpikes implements AutoCloseable {
  private static final String ROW = "%-20s  %-20s  %-20s  %-24s  %8s  %8s  %6s  %7s  %7s  %s";
  private static final int LONGEST_WORDS = 60;

  /** What one spike is told by to the other: its records differ in what they have seen. */
  private record Identity(Instant start, String topic, String place)
      implements Comparable<Identity> {
    private static final Comparator<Identity> ORDER =
        Comparator.comparing(Identity::start)
            .thenComparing(Identity::topic)
            .thenComparing(Identity::place);

    static Identity of(Spike spike) {
      return new Identity(spike.getStartedAt(), spike.getTopic(), spike.getPlace());
    }

    @Override
    public int compareTo(Identity other) {
      return ORDER.compare(this, other);
    }
  }

  private final TopicReader<String, Spike> reader;
  private final Output out;
  private final boolean json;
  private final SpikeFilter filter;
  private boolean hasHeadings;

  /**
   * Opens the topic at its beginning.
   *
   * @throws io.postwatch.runtime.StageException when it cannot be reached, or is not there
   */
  PublishedSpikes(KafkaSettings kafka, Output out, boolean json, SpikeFilter filter)
      throws InterruptedException {
    this.out = out;
    this.json = json;
    this.filter = filter;
    reader =
        new TopicReader<>(
            kafka,
            Topics.SPIKES,
            new StringDeserializer(),
            kafka.<Spike>valueSerde().deserializer());
  }

  /** Prints the latest of each spike, in the order in which they began. */
  void print() {
    Map<Identity, Spike> latest = new TreeMap<>();
    reader.readToEnd(
        (topic, spike) -> {
          if (filter.asksFor(spike)) {
            latest.put(Identity.of(spike), spike);
          }
        });
    latest.values().stream().filter(filter::asksForState).forEach(this::print);
    if (latest.isEmpty() && !json) {
      System.err.println("no spikes");
    }
    out.flush();
  }

  /** Prints each record as it comes, until told to stop or nobody reads. */
  void follow(BooleanSupplier stopped) {
    AtomicBoolean isReaderGone = new AtomicBoolean();
    reader.follow(
        (topic, spike) -> {
          if (filter.asksFor(spike) && filter.asksForState(spike)) {
            print(spike);
            isReaderGone.set(!out.flush());
          }
        },
        () -> stopped.getAsBoolean() || isReaderGone.get());
  }

  private void print(Spike spike) {
    if (json) {
      out.json(SpikeJson.of(spike));
      return;
    }
    if (!hasHeadings) {
      hasHeadings = true;
      out.line(
          ROW.formatted(
              "START (UTC)",
              "END",
              "TOPIC",
              "PLACE",
              "OBSERVED",
              "EXPECTED",
              "SCORE",
              "AUTHORS",
              "OUTLETS",
              "SAYING"));
    }
    out.line(
        ROW.formatted(
                spike.getStartedAt(),
                spike.getEndedAt() == null ? "(lasts)" : spike.getEndedAt(),
                Printable.of(spike.getTopic()),
                place(spike),
                spike.getObserved(),
                String.format(Locale.ROOT, "%.1f", spike.getExpected()),
                String.format(Locale.ROOT, "%.2f", spike.getScore()),
                spike.getAuthors(),
                spike.getOutlets(),
                words(spike))
            .stripTrailing());
  }

  private static String place(Spike spike) {
    if (spike.getPlace().isEmpty()) {
      return "(all)";
    }
    return Printable.of(spike.getPlaceName() == null ? spike.getPlace() : spike.getPlaceName());
  }

  private static String words(Spike spike) {
    return spike.getEvidence().stream()
        .map(Evidence::getText)
        .filter(text -> !text.isBlank())
        .findFirst()
        .map(text -> Printable.of(text.substring(0, Math.min(LONGEST_WORDS, text.length()))))
        .orElse("");
  }

  @Override
  public void close() {
    reader.close();
  }
}
