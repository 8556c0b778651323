// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.micrometer.core.instrument.Counter;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.Contents;
import io.postwatch.ingest.source.Source;
import io.postwatch.ingest.source.SourceItem;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.runtime.metrics.Metric;
import io.postwatch.schema.SourcePosition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Reads every item that is new and publishes its posts with the item's position. */
final class IngestLoop {
  private final PostSelection selection;
  private final ItemReader reader;
  private final PostPublisher publisher;
  private final Positions positions;
  private final IngestObserver observer;
  private final Counter documents = Metric.DOCUMENTS.counter();
  private Tally tally = Tally.ZERO;

  IngestLoop(
      PostSelection selection,
      PostPublisher publisher,
      Positions positions,
      IngestObserver observer) {
    this.selection = selection;
    this.reader = new ItemReader(selection);
    this.publisher = publisher;
    this.positions = positions;
    this.observer = observer;
  }

  /**
   * Goes through the sources once.
   *
   * @param stopped ends the pass between two contents
   */
  void pass(List<Source> sources, BooleanSupplier stopped) {
    observer.begins(sources);
    passAgain(sources, stopped);
  }

  /** As {@link #pass}, for what was on its way then. */
  void passAgain(List<Source> sources, BooleanSupplier stopped) {
    for (Source source : sources) {
      try (Stream<SourceItem> there = source.items()) {
        Iterator<SourceItem> items = there.iterator();
        while (!stopped.getAsBoolean() && items.hasNext()) {
          take(items.next(), stopped);
          observer.progress(tally);
        }
      }
    }
    publisher.commit();
  }

  private void take(SourceItem item, BooleanSupplier stopped) {
    // Another selection would have kept other posts, so the item counts as new under it.
    Optional<String> fingerprint = item.fingerprint().map(known -> known + " " + selection);
    Positions.Item position = positions.of(item.name(), fingerprint);
    if (position.isDone()) {
      tally = tally.passedOver(item.bytes());
      return;
    }
    if (!item.isReady()) {
      return;
    }
    try (Contents contents = item.open(position.contents())) {
      read(item, contents, position, stopped);
    } catch (UnreadableException e) {
      // What came before the failure is published; the failure is met, and told, again after a
      // restart, since it may have passed by then.
      unreadable(new Unreadable(item.name(), e.place(), null, e.getMessage()), Optional.empty());
      position.done();
    }
  }

  private void read(
      SourceItem item, Contents contents, Positions.Item position, BooleanSupplier stopped)
      throws UnreadableException {
    Tally before = tally;
    while (!stopped.getAsBoolean()) {
      Optional<Content> next = contents.next();
      Optional<SourcePosition> after = position.at(contents.position(), next.isEmpty(), now());
      if (next.isEmpty()) {
        publisher.publish(item.name(), List.of(), after);
        position.done();
        return;
      }
      read(item, next.get(), after);
      tally = tally.atByte(before, contents.bytes());
      observer.progress(tally);
    }
  }

  private void read(SourceItem item, Content content, Optional<SourcePosition> after) {
    try {
      ItemReader.Reading reading = reader.read(content, now());
      publisher.publish(item.name(), reading.published(), after);
      tally = tally.read(reading);
      documents.increment();
    } catch (UnreadableException e) {
      unreadable(
          new Unreadable(item.name(), content.place(), content.raw(), e.getMessage()), after);
    }
  }

  private void unreadable(Unreadable what, Optional<SourcePosition> after) {
    publisher.deadLetter(what, after);
    observer.unreadable(what.name(), what.reason());
    tally = tally.failed();
  }

  /** Records carry milliseconds. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
