// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web;

import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.ingest.source.web.listing.Loaded;

/** A document that is here, on its way, or not to be had. */
interface Delivery {
  /** Asks for the document where that was not done before; true once it is here or given up. */
  boolean isReady();

  /**
   * The document, to be asked for once, when it is ready.
   *
   * @throws UnreadableException when it is not to be had
   */
  Loaded take() throws UnreadableException;

  /** Says that nobody wants the document any more. */
  void drop();

  /** A document that is here. */
  record AtHand(Loaded document) implements Delivery {
    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public Loaded take() {
      return document;
    }

    @Override
    public void drop() {}
  }

  /** None that could be had. */
  record Failed(String reason) implements Delivery {
    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public Loaded take() throws UnreadableException {
      throw new UnreadableException(reason);
    }

    @Override
    public void drop() {}
  }
}
