// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.ingest.source.Source;
import io.postwatch.ingest.source.SourceItem;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.schema.SourcePosition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Reads every item that is new and publishes its posts with the item's position. */
final class IngestLoop {
  private final PostSelection selection;
  private final ItemReader reader;
  private final PostPublisher publisher;
  private final Positions positions;
  private final IngestObserver observer;
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
   * @param stopped ends the pass between two items
   */
  void pass(List<Source> sources, BooleanSupplier stopped) {
    for (Source source : sources) {
      Iterator<SourceItem> items = source.items().iterator();
      while (items.hasNext() && !stopped.getAsBoolean()) {
        take(items.next());
        observer.progress(tally);
        publisher.commitIfDue();
      }
    }
    publisher.commit();
  }

  private void take(SourceItem item) {
    // Another selection would have kept other posts, so the item counts as new under it.
    String fingerprint = item.fingerprint().orElse("") + " " + selection;
    if (positions.isDone(item.name(), fingerprint)) {
      tally = tally.passedOver();
      return;
    }
    boolean isRead = read(item);
    positions.set(item.name(), fingerprint);
    // What could not be read is tried, and reported, again after a restart; so is what cannot be
    // told from new content.
    if (isRead && item.fingerprint().isPresent()) {
      publisher.position(item.name(), new SourcePosition(fingerprint, 1L, true, now()));
    }
  }

  private boolean read(SourceItem item) {
    byte[] content = null;
    try {
      content = item.read();
      ItemReader.Reading reading = reader.read(item.name(), content, now());
      publisher.publish(reading.kept());
      tally = tally.read(reading);
      return true;
    } catch (UnreadableException e) {
      publisher.deadLetter(item.name(), content, e.getMessage());
      observer.unreadable(item.name(), e.getMessage());
      tally = tally.failed();
      return false;
    }
  }

  /** Records carry milliseconds. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
