// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.aggregate.counting.Fingerprints;
import io.postwatch.aggregate.search.SearchIndex;
import io.postwatch.aggregate.state.Posts;
import io.postwatch.schema.Incident;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;

/** Keeps what is shown of the incidents behind the counts, and where they are. */
final class IncidentView implements Processor<String, Incident, Void, Void> {
  private final ViewRules rules;
  private final KnownIncidentCodec codec;
  private final SearchIndex index;
  private final Fingerprints fingerprints = new Fingerprints();

  // Set by init, which Kafka Streams calls again on the same object when it revives a task.
  private ProcessorContext<Void, Void> context;
  private Remembered remembered;
  private PlaceNotes places;
  private int task;

  IncidentView(ViewRules rules, KnownIncidentCodec codec, SearchIndex index) {
    this.rules = rules;
    this.codec = codec;
    this.index = index;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.context = context;
    task = context.taskId().partition();
    WindowStore<Bytes, byte[]> store = context.getStateStore(ViewStores.INCIDENTS);
    remembered = new Remembered(store, rules.remember());
    places = new PlaceNotes(context.getStateStore(ViewStores.PLACES));
    index.drop(task);
    new NewestSeen(store, KnownIncidentCodec::lastSeen)
        .forEach(rules.searchIncidents(), bytes -> show(codec.read(bytes)));
  }

  @Override
  public void process(Record<String, Incident> record) {
    Incident incident = record.value();
    // An arrival from the future would make the store forget all that is older.
    long now =
        Math.max(
            0, Math.min(incident.getIngestedAt().toEpochMilli(), context.currentSystemTimeMs()));
    Bytes key = key(incident.getTopic(), incident.getPostKey(), fingerprints);
    Optional<Remembered.Memory> memory = remembered.get(key, now);
    KnownIncident before =
        memory.map(found -> codec.read(found.bytes())).orElse(KnownIncident.UNSEEN);
    ShownIn shown =
        ShownIn.of(
            incident.getArticle(),
            fingerprints.article(incident.getArticle().getKey()),
            incident.getIngestedAt().toEpochMilli());
    KnownIncident after = before.after(incident, shown);
    if (after != before) {
      remembered.put(key, codec.bytes(after), memory, now);
      show(after);
    }
    places.note(incident.getPlace());
  }

  private void show(KnownIncident known) {
    if (known.versions().isEmpty()) {
      return;
    }
    String id = IncidentDocument.id(known.versions().get(0));
    if (known.isStanding()) {
      index.put(task, id, () -> IncidentDocument.of(known));
    } else {
      index.remove(id);
    }
  }

  @Override
  public void close() {
    index.drop(task);
  }

  /** Key of a post that reports a topic. */
  static Bytes key(String topic, String postKey, Fingerprints fingerprints) {
    return Bytes.wrap(Posts.key(topic, fingerprints.post(postKey)));
  }
}
