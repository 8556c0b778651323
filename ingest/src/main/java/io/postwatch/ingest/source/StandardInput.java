// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Standard input, which is there once. */
final class StandardInput implements Source, SourceItem {
  private final InputStream in;
  private final AtomicBoolean isGiven = new AtomicBoolean();

  StandardInput(InputStream in) {
    this.in = in;
  }

  @Override
  public Stream<SourceItem> items() {
    return isGiven.getAndSet(true) ? Stream.empty() : Stream.of(this);
  }

  @Override
  public String name() {
    return "-";
  }

  @Override
  public Optional<String> fingerprint() {
    return Optional.empty();
  }

  @Override
  public Contents open(long from) throws UnreadableException {
    return Formats.open(Origin.of(name()), in, from);
  }
}
