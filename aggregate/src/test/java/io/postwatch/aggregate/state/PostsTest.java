// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.city;
import static io.postwatch.aggregate.Incidents.claiming;
import static io.postwatch.aggregate.Incidents.figure;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.watchedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.counting.CountedPost;
import io.postwatch.aggregate.counting.Fingerprints;
import io.postwatch.aggregate.counting.PostId;
import io.postwatch.aggregate.counting.PostVersion;
import io.postwatch.aggregate.counting.Sighting;
import io.postwatch.schema.FigureModifier;
import io.postwatch.schema.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostsTest {
  private static final Fingerprints FINGERPRINTS = new Fingerprints();
  private static final Incident INCIDENT =
      watchedBy(
          claiming(
              at(incident("1", "a"), city(7, "Norvik", "NO")),
              figure(5, 9L, FigureModifier.RANGE, false)),
          "rivers");
  private static final PostId POST = FINGERPRINTS.post(INCIDENT.getPostKey());
  private static final PostVersion VERSION = PostVersion.of(INCIDENT, POST, FINGERPRINTS);
  private static final byte[] KEY = Posts.key("protest", POST);

  private final KeyValueStore<Bytes, byte[]> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("posts"), Serdes.Bytes(), Serdes.ByteArray())
          .withLoggingDisabled()
          .build();
  private Posts posts;

  @BeforeEach
  void open() {
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
    posts = new Posts(store);
  }

  @Test
  void aPostIsReadBackWhole() {
    PostState state =
        new PostState(new CountedPost(7, -1, List.of(VERSION, VERSION), sightings(3)), 99, true);
    posts.put(KEY, state);

    assertThat(posts.get(KEY)).isEqualTo(state);
    assertThat(posts.evidence(KEY)).contains(VERSION.evidence());
  }

  @Test
  void nothingIsKnownOfAnother() {
    posts.put(KEY, new PostState(CountedPost.UNSEEN.withdrawn(5), 1, false));

    assertThat(posts.get(Posts.key("strike", POST))).isNull();
    assertThat(posts.evidence(Posts.key("strike", POST))).isEmpty();
    assertThat(posts.evidence(KEY)).as("withdrawn before it was seen").isEmpty();
  }

  @Test
  void aPostInThousandsOfArticlesIsKeptInSeveralRecordsNoneOfThemLarge() {
    int most = 4_321;
    for (int seen = 1; seen <= most; seen++) {
      CountedPost post = new CountedPost(0, -1, List.of(VERSION), sightings(seen));
      posts.put(KEY, new PostState(post, seen, false));
    }

    assertThat(posts.get(KEY).post().sightings()).isEqualTo(sightings(most));
    assertThat(lengths()).hasSize(1 + 7).allMatch(length -> length < 40_000);

    posts.remove(KEY);
    assertThat(lengths()).isEmpty();
  }

  private List<Integer> lengths() {
    List<Integer> lengths = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      all.forEachRemaining(entry -> lengths.add(entry.value.length));
    }
    return lengths;
  }

  private static List<Sighting> sightings(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                new Sighting(
                    i * 31L, i % 2 == 0 ? OptionalLong.empty() : OptionalLong.of(i), i, 63, 0))
        .toList();
  }
}
