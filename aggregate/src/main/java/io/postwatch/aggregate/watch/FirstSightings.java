// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import io.postwatch.aggregate.counting.Fingerprints;
import io.postwatch.aggregate.counting.PlaceRollUp;
import io.postwatch.aggregate.counting.PostId;
import io.postwatch.aggregate.counting.PostVersion;
import io.postwatch.aggregate.spikes.NewPost;
import io.postwatch.schema.Incident;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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

  /** A post that is news, and where. */
  record News(NewPost post, List<PlaceRollUp> places) {}

  /**
   * What of an incident is news; takes note of it.
   *
   * @param interval start of the interval of its arrival
   * @param now the time of the input's pulse
   */
  Optional<News> news(Incident incident, long interval, long now) {
    byte[] topic = incident.getTopic().getBytes(StandardCharsets.UTF_8);
    PostId id = fingerprints.post(incident.getPostKey());
    byte[] postKey = key(POST, topic, id.bytes());
    Note post = new Note(postKey, 0, seen.get(postKey, now));
    List<PlaceRollUp> unseen =
        PlaceRollUp.of(Optional.ofNullable(incident.getPlace())).stream()
            .filter(post::isMissing)
            .toList();
    if (unseen.isEmpty()) {
      return Optional.empty();
    }
    post.add(unseen, now);
    PostVersion version = PostVersion.of(incident, id, fingerprints);
    // An unknown account may be any other.
    long account = version.author().orElse(id.high());
    boolean hasText = version.text() != id.high();
    if (hasText && isCopy(key(TEXT, topic, bytes(version.text())), account, now)) {
      return Optional.empty();
    }
    Note byAccount = note(key(ACCOUNT, topic, bytes(account)), interval, now);
    long article = fingerprints.article(incident.getArticle().getKey());
    Note inArticle = note(key(ARTICLE, topic, bytes(article)), interval, now);
    List<PlaceRollUp> news =
        unseen.stream().filter(byAccount::isMissing).filter(inArticle::isMissing).toList();
    if (news.isEmpty()) {
      return Optional.empty();
    }
    byAccount.add(news, now);
    inArticle.add(news, now);
    return Optional.of(
        new News(
            new NewPost(
                id,
                version.author(),
                fingerprints.outlet(incident.getArticle().getOutlet()),
                version.evidence()),
            news));
  }

  /** The places noted of something under an epoch; another epoch has none. */
  private final class Note {
    private final byte[] key;
    private final long epoch;
    private final Set<String> places = new LinkedHashSet<>();

    Note(byte[] key, long epoch, byte[] noted) {
      this.key = key;
      this.epoch = epoch;
      if (noted != null && ByteBuffer.wrap(noted).getLong() == epoch) {
        String names =
            new String(noted, Long.BYTES, noted.length - Long.BYTES, StandardCharsets.UTF_8);
        places.addAll(List.of(names.split(BETWEEN, -1)));
      }
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

  // Nothing noted before today is of this interval, unless its length is no part of a day.
  private Note note(byte[] key, long interval, long now) {
    return new Note(key, interval, seen.getOfToday(key, now));
  }

  // Who posts it first is whose text it is.
  private boolean isCopy(byte[] key, long account, long now) {
    byte[] first = seen.get(key, now);
    if (first == null) {
      seen.put(key, bytes(account), now);
    }
    return first != null && ByteBuffer.wrap(first).getLong() != account;
  }

  private static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static byte[] key(byte kind, byte[] topic, byte[] identity) {
    return ByteBuffer.allocate(1 + Short.BYTES + topic.length + identity.length)
        .put(kind)
        .putShort((short) topic.length)
        .put(topic)
        .put(identity)
        .array();
  }
}
