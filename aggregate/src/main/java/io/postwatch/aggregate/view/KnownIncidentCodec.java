// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.aggregate.state.StateReader;
import io.postwatch.aggregate.state.StateWriter;
import io.postwatch.schema.Incident;
import io.postwatch.topics.Topics;
import org.apache.kafka.common.serialization.Serde;

/**
 * A {@link KnownIncident} in the store and its changelog. Its versions are as they lie in the topic
 * of the incidents, whose schemas the registry has, so that those of an earlier release can be
 * read.
 */
final class KnownIncidentCodec {
  private static final byte VERSION = 1;

  private final Serde<Incident> incident;

  KnownIncidentCodec(Serde<Incident> incident) {
    this.incident = incident;
  }

  byte[] bytes(KnownIncident known) {
    StateWriter out = new StateWriter(VERSION);
    out.number(known.firstSeen());
    out.number(known.lastSeen());
    out.number(known.editedAt());
    out.number(known.withdrawn());
    out.list(known.articles(), article -> article.write(out));
    out.list(
        known.versions(),
        version -> out.bytes(incident.serializer().serialize(Topics.INCIDENTS.name(), version)));
    return out.toBytes();
  }

  KnownIncident read(byte[] bytes) {
    StateReader in = new StateReader("an incident", bytes, VERSION);
    return new KnownIncident(
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.list(() -> ShownIn.read(in)),
        in.list(() -> incident.deserializer().deserialize(Topics.INCIDENTS.name(), in.bytes())));
  }

  /** When it was seen last, without reading the rest. */
  static long lastSeen(byte[] bytes) {
    StateReader in = new StateReader("an incident", bytes, VERSION);
    in.number();
    return in.number();
  }
}
