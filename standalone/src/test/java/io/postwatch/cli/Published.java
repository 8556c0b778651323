// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.cli.Recount.Totals;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.StageException;
import io.postwatch.schema.Clock;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.standalone.TopicReader;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** Holds what the stages have published against what was to be read. */
final class Published {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final List<Duration> SIZES =
      List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1));

  private final KafkaSettings kafka;
  private final TopicReader topics;
  private final Instant closedBefore;

  /**
   * Looks at the topics of a cluster.
   *
   * @param closedBefore windows that start before that are to be final in the end
   */
  Published(KafkaSettings kafka, Instant closedBefore) {
    this.kafka = kafka;
    this.topics = new TopicReader(kafka);
    this.closedBefore = closedBefore;
  }

  /** Waits until the posted counts are those of the sightings, whatever their status. */
  void awaitCounts(Collection<Sighting> sightings) throws InterruptedException {
    Map<IncidentCountKey, Totals> expected = posted(sightings);
    await(counts -> differences(totals(counts, Clock.POSTED), expected));
  }

  /** Waits until they are and those that are to be final are. */
  void awaitFinalCounts(Collection<Sighting> sightings) throws InterruptedException {
    Map<IncidentCountKey, Totals> expected = posted(sightings);
    await(
        counts -> {
          List<Object> wrong = new ArrayList<>(notFinal(counts));
          wrong.addAll(differences(totals(counts, Clock.POSTED), expected));
          return wrong;
        });
  }

  /**
   * Keeps a table of the latest counts, as any consumer would, until nothing is wrong with it.
   *
   * @param wrong what is; asked when no more updates have come
   */
  private void await(Function<Map<IncidentCountKey, IncidentCount>, List<?>> wrong)
      throws InterruptedException {
    Map<IncidentCountKey, IncidentCount> counts = new HashMap<>();
    AtomicBoolean moves = new AtomicBoolean();
    Instant deadline = Instant.now().plus(SOON);
    try (CountsReader reader = reader()) {
      reader.follow(
          (key, count) -> {
            counts.put(key, count);
            moves.set(true);
          },
          () ->
              Instant.now().isAfter(deadline)
                  || !moves.getAndSet(false) && wrong.apply(counts).isEmpty());
    }
    requireNothingSetAside();
    assertThat(wrong.apply(counts)).isEmpty();
  }

  /** The broker may have been killed a moment ago. */
  private CountsReader reader() {
    return Awaitility.await()
        .pollInSameThread()
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(StageException.class)
        .until(() -> new CountsReader(kafka, Optional.empty()), Objects::nonNull);
  }

  private void requireNothingSetAside() throws InterruptedException {
    assertThat(topics.bytes(Topics.DEAD_LETTERS)).isEmpty();
    assertThat(topics.bytes(Topics.LATE)).isEmpty();
  }

  /** Requires each sighting once in each topic, and nothing where it would be set aside. */
  void requireEachOnce(Collection<Sighting> sightings) throws InterruptedException {
    List<String> names = sightings.stream().map(Published::name).toList();
    requireEachOnce(Topics.POSTS, (EmbeddedPost post) -> name(post), names);
    requireEachOnce(
        Topics.ENRICHED_POSTS, (EnrichedPost enriched) -> name(enriched.getPost()), names);
    requireEachOnce(
        Topics.INCIDENTS,
        (Incident incident) -> name(incident),
        sightings.stream().map(s -> name(s) + " reports " + s.topic() + s.country()).toList());
    requireNothingSetAside();
  }

  private <V extends SpecificRecord> void requireEachOnce(
      Topic topic, Function<V, String> name, Collection<String> expected)
      throws InterruptedException {
    Map<String, Long> found =
        topics.<V>records(topic).stream()
            .collect(groupingBy(record -> name.apply(record.value()), counting()));
    assertThat(differences(found, expected.stream().collect(toMap(e -> e, e -> 1L))))
        .as(topic.name())
        .isEmpty();
  }

  /** Requires the counts of both clocks to be the oracle's, and each to have come about rightly. */
  void requireCounts(Collection<Sighting> sightings) throws InterruptedException {
    Map<IncidentCountKey, List<IncidentCount>> updates = new HashMap<>();
    Map<IncidentCountKey, IncidentCount> latest = new HashMap<>();
    for (ConsumerRecord<IncidentCountKey, IncidentCount> record :
        topics.<IncidentCountKey, IncidentCount>keyedRecords(Topics.INCIDENT_COUNTS)) {
      updates.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(record.value());
      latest.put(record.key(), record.value());
    }
    assertThat(differences(totals(latest, Clock.POSTED), posted(sightings))).isEmpty();
    assertThat(differences(totals(latest, Clock.SEEN), seen(sightings))).isEmpty();
    assertThat(notFinal(latest)).isEmpty();
    assertThat(updates.entrySet()).filteredOn(key -> !isSound(key.getValue())).isEmpty();
  }

  private static Map<IncidentCountKey, Totals> posted(Collection<Sighting> sightings) {
    return Recount.of(sightings, Clock.POSTED, sighting -> sighting.post().writtenAt(), SIZES);
  }

  /** By when each came, which the topic of posts alone can tell. */
  private Map<IncidentCountKey, Totals> seen(Collection<Sighting> sightings)
      throws InterruptedException {
    Map<String, Instant> arrivals =
        topics.<EmbeddedPost>records(Topics.POSTS).stream()
            .map(ConsumerRecord::value)
            .collect(toMap(Published::name, EmbeddedPost::getIngestedAt));
    return Recount.of(sightings, Clock.SEEN, sighting -> arrivals.get(name(sighting)), SIZES);
  }

  private static Map<IncidentCountKey, Totals> totals(
      Map<IncidentCountKey, IncidentCount> counts, Clock clock) {
    return counts.entrySet().stream()
        .filter(count -> count.getKey().getClock() == clock)
        .collect(toMap(Map.Entry::getKey, count -> Totals.of(count.getValue())));
  }

  private List<?> notFinal(Map<IncidentCountKey, IncidentCount> counts) {
    return counts.entrySet().stream()
        .filter(count -> count.getKey().getClock() == Clock.POSTED)
        .filter(count -> count.getKey().getWindowStart().isBefore(closedBefore))
        .filter(count -> count.getValue().getStatus() != CountStatus.FINAL)
        .toList();
  }

  /** Nothing is taken back; what is final is the last that is said. */
  private static boolean isSound(List<IncidentCount> updates) {
    for (int i = 1; i < updates.size(); i++) {
      if (updates.get(i - 1).getStatus() != CountStatus.PROVISIONAL
          || updates.get(i).getSightings() < updates.get(i - 1).getSightings()) {
        return false;
      }
    }
    return updates.get(updates.size() - 1).getStatus() != CountStatus.CORRECTED;
  }

  private static String name(Sighting sighting) {
    return sighting.postKey() + " in " + sighting.article();
  }

  private static String name(EmbeddedPost post) {
    return post.getPostKey() + " in " + post.getArticle().getKey();
  }

  private static String name(Incident incident) {
    return incident.getPostKey()
        + " in "
        + incident.getArticle().getKey()
        + " reports "
        + incident.getTopic()
        + incident.getPlace().getCountry();
  }

  /** One line a key whose values differ, or that one of the two has not. */
  private static <K, V> List<String> differences(Map<K, V> found, Map<K, V> expected) {
    Set<K> keys = new HashSet<>(expected.keySet());
    keys.addAll(found.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(found.get(key), expected.get(key)))
        .map(key -> key + ": " + found.get(key) + ", expected " + expected.get(key))
        .toList();
  }
}
