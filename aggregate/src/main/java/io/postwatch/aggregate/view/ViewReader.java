// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.aggregate.counting.CountedPost;
import io.postwatch.aggregate.counting.Fingerprints;
import io.postwatch.aggregate.search.Hit;
import io.postwatch.aggregate.state.CountingStores;
import io.postwatch.aggregate.state.LocalState;
import io.postwatch.aggregate.state.PostState;
import io.postwatch.aggregate.state.Posts;
import io.postwatch.schema.Spike;
import io.postwatch.topics.Topics;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.lucene.search.Query;

/**
 * Reads what this instance's tasks remember to be shown, in one request's thread: it looks the
 * stores up once.
 */
public final class ViewReader {
  private final View view;
  private final LocalState state;
  private final long now;
  private final KnownIncidentCodec incidents;
  private final KnownPostCodec posts;
  private final Fingerprints fingerprints = new Fingerprints();

  private Map<Integer, ReadOnlyWindowStore<Bytes, byte[]>> incidentStores;
  private Map<Integer, ReadOnlyKeyValueStore<Bytes, byte[]>> countedStores;
  private Map<Integer, ReadOnlyWindowStore<Bytes, byte[]>> postStores;
  private Map<Integer, ReadOnlyKeyValueStore<Bytes, byte[]>> placeStores;

  public ViewReader(View view, LocalState state, InstantSource clock) {
    this.view = view;
    this.state = state;
    this.now = clock.millis();
    incidents = new KnownIncidentCodec(view.serdes().incident());
    posts = new KnownPostCodec(view.serdes().post());
  }

  /** The newest incidents, as {@link io.postwatch.aggregate.search.SearchIndex#newest}. */
  public List<Hit> incidents(Query query, String by, Optional<Hit.Place> after, int most) {
    return view.incidents().newest(query, by, after, most);
  }

  /** The newest posts, as {@link io.postwatch.aggregate.search.SearchIndex#newest}. */
  public List<Hit> posts(Query query, Optional<Hit.Place> after, int most) {
    return view.posts().newest(query, PostDocument.SEEN, after, most);
  }

  /**
   * What was counted of a post that reports a topic; empty where that is not known (any more).
   *
   * @throws InvalidStateStoreException while tasks move
   */
  public Optional<CountedPost> counted(int task, String topic, String postKey) {
    if (countedStores == null) {
      countedStores = state.stores(CountingStores.POSTS, QueryableStoreTypes.keyValueStore());
    }
    ReadOnlyKeyValueStore<Bytes, byte[]> store = countedStores.get(task);
    return store == null
        ? Optional.empty()
        : Optional.ofNullable(Posts.read(store, Posts.key(topic, fingerprints.post(postKey))))
            .map(PostState::post);
  }

  /** What is shown of a post that reports a topic; empty where that is not known (any more). */
  public Optional<KnownIncident> incident(int task, String topic, String postKey) {
    ReadOnlyWindowStore<Bytes, byte[]> store = incidentStores().get(task);
    return store == null ? Optional.empty() : incident(store, topic, postKey);
  }

  /** A task that knows that a post reports a topic; empty where this instance has none. */
  public Optional<Integer> taskOf(String topic, String postKey) {
    return incidentStores().entrySet().stream()
        .filter(store -> incident(store.getValue(), topic, postKey).isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Map<Integer, ReadOnlyWindowStore<Bytes, byte[]>> incidentStores() {
    if (incidentStores == null) {
      incidentStores = state.stores(ViewStores.INCIDENTS, QueryableStoreTypes.windowStore());
    }
    return incidentStores;
  }

  private Optional<KnownIncident> incident(
      ReadOnlyWindowStore<Bytes, byte[]> store, String topic, String postKey) {
    return remembered(store, IncidentView.key(topic, postKey, fingerprints)).map(incidents::read);
  }

  /** A post; empty where this instance does not know it (any more). */
  public Optional<KnownPost> post(String postKey) {
    if (postStores == null) {
      postStores = state.stores(ViewStores.POSTS, QueryableStoreTypes.windowStore());
    }
    Bytes key = PostView.key(postKey);
    return postStores.values().stream()
        .flatMap(store -> remembered(store, key).stream())
        .map(posts::read)
        .findFirst();
  }

  private Optional<byte[]> remembered(ReadOnlyWindowStore<Bytes, byte[]> store, Bytes key) {
    long period = view.rules().remember().toMillis();
    return Remembered.get(store, period, key, now).map(Remembered.Memory::bytes);
  }

  /** A place, by GeoNames id or country code; where one task knows its coordinates, with them. */
  public Optional<MetPlace> place(String place) {
    if (placeStores == null) {
      placeStores = state.stores(ViewStores.PLACES, QueryableStoreTypes.keyValueStore());
    }
    Optional<MetPlace> found = Optional.empty();
    for (ReadOnlyKeyValueStore<Bytes, byte[]> store : placeStores.values()) {
      Optional<MetPlace> known = PlaceNotes.get(store, place);
      if (known.filter(MetPlace::isLocated).isPresent()) {
        return known;
      }
      found = found.isPresent() ? found : known;
    }
    return found;
  }

  /**
   * Hands over the spikes of each task that began before a time, the last first, until {@code
   * consumer} returns false.
   *
   * @param before exclusive, epoch milliseconds
   */
  public void spikes(long before, Predicate<Spike> consumer) {
    Collection<ReadOnlyKeyValueStore<Bytes, byte[]>> logs =
        state
            .<ReadOnlyKeyValueStore<Bytes, byte[]>>stores(
                ViewStores.SPIKES, QueryableStoreTypes.keyValueStore())
            .values();
    for (ReadOnlyKeyValueStore<Bytes, byte[]> log : logs) {
      try (KeyValueIterator<Bytes, byte[]> spikes =
          log.range(SpikeLog.startingAt(before - 1), null)) {
        boolean goesOn = true;
        while (goesOn && spikes.hasNext()) {
          goesOn =
              consumer.test(
                  view.serdes()
                      .spike()
                      .deserializer()
                      .deserialize(Topics.SPIKES.name(), spikes.next().value));
        }
      }
    }
  }
}
