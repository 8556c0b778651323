// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedEventsTest {
  private static final FeedPosition AFTER = new FeedPosition(1, new long[] {4});
  private static final FeedFilter EVERYTHING = filter(Set.of(), FeedFilter.ANY_PLACE, Set.of());

  @Test
  void aBatchIsOneEventAKindAndTheLastOneHasTheId() {
    FeedBatch batch =
        batch(spike("protest", ""), count("flood", "", ""), count("protest", "KZ", ""));

    assertThat(text(batch, EVERYTHING))
        .isEqualTo(
            """
            event: counts
            data: {"items":[{"of":"flood"},{"of":"protest"}]}

            id: %s
            event: spikes
            data: {"items":[{"of":"protest"}]}

            """
                .formatted(AFTER.toId()));
  }

  @Test
  void onlyWhatIsAskedForIsSent() {
    FeedBatch batch =
        batch(count("flood", "", ""), count("protest", "KZ", ""), count("protest", "", ""));

    assertThat(text(batch, filter(Set.of("protest"), Optional.of(Set.of("")), Set.of())))
        .contains("[{\"of\":\"protest\"}]");
    assertThat(text(batch, filter(Set.of("strike"), FeedFilter.ANY_PLACE, Set.of()))).isEmpty();
  }

  @Test
  void countsOfAWatchListAreSentToThoseWhoAskForItAlone() {
    FeedBatch batch = batch(count("flood", "", "rivers-desk"));

    assertThat(text(batch, EVERYTHING)).isEmpty();
    assertThat(text(batch, filter(Set.of(), FeedFilter.ANY_PLACE, Set.of("rivers-desk"))))
        .contains("flood");
  }

  @Test
  void aHeartbeatTellsHowFarAReaderIsAndIsNoEvent() {
    assertThat(new String(FeedEvents.heartbeat(AFTER), StandardCharsets.UTF_8))
        .isEqualTo(":\nid: " + AFTER.toId() + "\n\n");
  }

  private static String text(FeedBatch batch, FeedFilter filter) {
    return new String(FeedEvents.of(batch, filter), StandardCharsets.UTF_8);
  }

  private static FeedFilter filter(
      Set<String> topics, Optional<Set<String>> places, Set<String> watchLists) {
    return new FeedFilter(
        Set.of(FeedItem.Kind.values()), Set.of(), Set.of(), topics, places, watchLists);
  }

  private static FeedBatch batch(FeedItem.Content... contents) {
    return new FeedBatch(
        List.of(contents).stream().map(content -> new FeedItem(content, 0, 3)).toList(), AFTER);
  }

  private static FeedItem.Content count(String topic, String place, String watchList) {
    CountKey key = new CountKey(Clock.SEEN, watchList, topic, place, 0, WindowSize.MINUTE);
    return new FeedItem.Content(FeedItem.Kind.COUNTS, key, key, topic, place, json(topic));
  }

  private static FeedItem.Content spike(String topic, String place) {
    return new FeedItem.Content(
        FeedItem.Kind.SPIKES, topic + place, null, topic, place, json(topic));
  }

  private static byte[] json(String topic) {
    return "{\"of\":\"%s\"}".formatted(topic).getBytes(StandardCharsets.UTF_8);
  }
}
