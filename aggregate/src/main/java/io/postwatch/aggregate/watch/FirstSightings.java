// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import io.postwatch.aggregate.counting.Fingerprints;
import io.postwatch.aggregate.counting.PlaceRollUp;
import io.postwatch.aggregate.counting.Sighting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which sightings are news: of a post that was not seen in the last day, whose text nobody else
 * posted, and which is the first of its account and the first in its article in this interval. So
 * neither a post in forty articles, nor an article of forty posts, nor a text that many post, nor
 * an account that posts much makes more than one.
 */
final class FirstSightings {
  private static final byte POST = 'p';
  private static final byte TEXT = 't';
  private static final byte ACCOUNT = 'a';
  private static final byte ARTICLE = 'r';

  /** Of a post that reports a topic at more places the further ones are not news. */
  private static final int MOST_PLACES = 64;

  private static final String BETWEEN = "\n";

  private final SeenLately seen;
  private final Fingerprints fingerprints = new Fingerprints();

  FirstSightings(SeenLately seen) {
    this.seen = seen;
  }

  /**
   * At which of its places a sighting is news; takes note of it.
   *
   * @param interval start of the interval of its arrival
   * @param now the time of the input's pulse
   */
  List<PlaceRollUp> news(
      String topic, Sighting sighting, List<PlaceRollUp> places, long interval, long now) {
    byte[] topicId = Arrays.copyOf(fingerprints.of(topic), Long.BYTES);
    Note post = note(key(POST, topicId, sighting.post()), 0, now);
    List<PlaceRollUp> unseen = places.stream().filter(post::isMissing).toList();
    if (unseen.isEmpty()) {
      return unseen;
    }
    post.add(unseen, now);
    if (isCopy(topicId, sighting, now)) {
      return List.of();
    }
    List<Note> sources = new ArrayList<>(2);
    sources.add(note(key(ARTICLE, topicId, sighting.article()), interval, now));
    sighting
        .author()
        .ifPresent(author -> sources.add(note(key(ACCOUNT, topicId, author), interval, now)));
    List<PlaceRollUp> news =
        unseen.stream()
            .filter(place -> sources.stream().allMatch(source -> source.isMissing(place)))
            .toList();
    if (!news.isEmpty()) {
      sources.forEach(source -> source.add(news, now));
    }
    return news;
  }

  /** The places noted of something under an epoch; another epoch has none. */
  private final class Note {
    private final byte[] key;
    private final long epoch;
    private final Set<String> places;

    Note(byte[] key, long epoch, Set<String> places) {
      this.key = key;
      this.epoch = epoch;
      this.places = places;
    }

    boolean isMissing(PlaceRollUp place) {
      return places.size() < MOST_PLACES && !places.contains(place.place());
    }

    void add(List<PlaceRollUp> more, long now) {
      more.forEach(place -> places.add(place.place()));
      byte[] names = String.join(BETWEEN, places).getBytes(StandardCharsets.UTF_8);
      byte[] note =
          ByteBuffer.allocate(Long.BYTES + names.length).putLong(epoch).put(names).array();
      seen.put(key, note, now);
    }
  }

  private Note note(byte[] key, long epoch, long now) {
    byte[] note = seen.get(key, now);
    Set<String> places = new LinkedHashSet<>();
    if (note != null && ByteBuffer.wrap(note).getLong() == epoch) {
      String names = new String(note, Long.BYTES, note.length - Long.BYTES, StandardCharsets.UTF_8);
      places.addAll(List.of(names.split(BETWEEN, -1)));
    }
    return new Note(key, epoch, places);
  }

  // Who posts it first is whose text it is. An unknown account may be any other.
  private boolean isCopy(byte[] topicId, Sighting sighting, long now) {
    if (sighting.text().isEmpty()) {
      return false;
    }
    byte[] key = key(TEXT, topicId, sighting.text().get());
    byte[] author = sighting.author().orElse(sighting.post());
    byte[] first = seen.get(key, now);
    if (first == null) {
      seen.put(key, author, now);
    }
    return first != null && !Arrays.equals(first, author);
  }

  private static byte[] key(byte kind, byte[] topicId, byte[] fingerprint) {
    return ByteBuffer.allocate(1 + topicId.length + fingerprint.length)
        .put(kind)
        .put(topicId)
        .put(fingerprint)
        .array();
  }
}
