// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.schema.IncidentPlace;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The places that a task has met. Few are new, so that most are known without a look-up. */
final class PlaceNotes {
  /** Of the 240,000 places of the gazetteer few are in the news; more is an attack. */
  private static final int MOST_AT_HAND = 50_000;

  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, MetPlace> atHand = new HashMap<>();

  PlaceNotes(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Takes note of an incident's place, null for none. */
  void note(IncidentPlace place) {
    for (MetPlace met : MetPlace.of(place)) {
      MetPlace known = known(met.place());
      if (known == null || met.isLocated() && !known.isLocated()) {
        store.put(key(met.place()), met.bytes());
        keepAtHand(met);
      }
    }
  }

  private MetPlace known(String place) {
    MetPlace known = atHand.get(place);
    if (known == null) {
      known = get(store, place).orElse(null);
      if (known != null) {
        keepAtHand(known);
      }
    }
    return known;
  }

  private void keepAtHand(MetPlace place) {
    if (atHand.size() >= MOST_AT_HAND) {
      atHand.clear();
    }
    atHand.put(place.place(), place);
  }

  /** What is known of a place, by any thread. */
  static Optional<MetPlace> get(ReadOnlyKeyValueStore<Bytes, byte[]> store, String place) {
    return Optional.ofNullable(store.get(key(place))).map(MetPlace::read);
  }

  private static Bytes key(String place) {
    return Bytes.wrap(place.getBytes(StandardCharsets.UTF_8));
  }
}
