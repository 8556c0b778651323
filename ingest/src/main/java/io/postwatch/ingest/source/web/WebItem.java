// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web;

import io.postwatch.ingest.source.Contents;
import io.postwatch.ingest.source.Formats;
import io.postwatch.ingest.source.Origin;
import io.postwatch.ingest.source.SourceItem;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.ingest.source.web.listing.Loaded;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Optional;

/** A document that an address leads to. */
final class WebItem implements SourceItem {
  private final String name;
  private final Optional<String> fingerprint;
  private final String source;
  private final Delivery delivery;
  private boolean isOffered;
  private boolean isWanted;
  private boolean isOpened;

  /**
   * An item that has not been offered yet.
   *
   * @param source the input that its posts are said to come from
   */
  WebItem(String name, Optional<String> fingerprint, String source, Delivery delivery) {
    this.name = name;
    this.fingerprint = fingerprint;
    this.source = source;
    this.delivery = delivery;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> fingerprint() {
    return fingerprint;
  }

  void offer() {
    isOffered = true;
  }

  /** True when it was read, or offered and not wanted, as happens to what is known already. */
  boolean isOver() {
    return isOpened || isOffered && !isWanted;
  }

  void drop() {
    delivery.drop();
  }

  @Override
  public boolean isReady() {
    isWanted = true;
    return delivery.isReady();
  }

  @Override
  public Contents open(long from) throws UnreadableException {
    isOpened = true;
    Loaded document = delivery.take();
    Optional<String> address = document.address().map(URI::toString);
    return Formats.open(
        new Origin(source, address, document.charset()),
        new ByteArrayInputStream(document.body()),
        from);
  }
}
