// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Batches in the form of server-sent events. */
final class FeedEvents {
  /** The first bytes, and how long a browser waits before it comes again, in milliseconds. */
  static final byte[] HELLO = ascii("retry: 2000\n\n");

  private FeedEvents() {}

  /** The events of a batch that a filter lets through; no bytes for none. */
  static byte[] of(FeedBatch batch, FeedFilter filter) {
    List<List<FeedItem>> events = new ArrayList<>();
    for (FeedItem.Kind kind : FeedItem.Kind.values()) {
      List<FeedItem> items =
          batch.items().stream()
              .filter(i -> i.content().kind() == kind && filter.wants(i.content()))
              .toList();
      if (!items.isEmpty()) {
        events.add(items);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int event = 0; event < events.size(); event++) {
      // On the last one alone: who has that one has them all.
      if (event == events.size() - 1) {
        out.writeBytes(id(batch.after()));
      }
      write(events.get(event), out);
    }
    return out.toByteArray();
  }

  /**
   * Tells both sides that the other is there, and a reader whom nothing concerned how far it is.
   */
  static byte[] heartbeat(FeedPosition after) {
    return ascii(":\nid: " + after.toId() + "\n\n");
  }

  private static void write(List<FeedItem> items, ByteArrayOutputStream out) {
    String kind = items.get(0).content().kind().name().toLowerCase(Locale.ROOT);
    out.writeBytes(ascii("event: " + kind + "\ndata: {\"items\":["));
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.writeBytes(items.get(i).content().json());
    }
    out.writeBytes(ascii("]}\n\n"));
  }

  private static byte[] id(FeedPosition after) {
    return ascii("id: " + after.toId() + "\n");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
