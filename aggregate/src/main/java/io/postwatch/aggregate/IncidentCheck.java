// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.topics.CloudEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Refuses incidents that would spoil the counts, before any of their parts is counted. */
final class IncidentCheck extends ContextualProcessor<String, Incident, String, Incident> {
  private static final int LONGEST_TOPIC = 256;
  private static final int LONGEST_LIST = 256;
  private static final int LONGEST_POST_KEY = 512;
  private static final int LONGEST_ARTICLE_KEY = 8_192;

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final int SHOWN = 80;

  private final Duration maxFutureSkew;

  /**
   * @param maxFutureSkew how far a post may be written after its ingest, and either after now
   */
  IncidentCheck(Duration maxFutureSkew) {
    this.maxFutureSkew = maxFutureSkew;
  }

  /**
   * Hands an incident on, without the headers that tell of its record alone: what is written next
   * gets its own, and the caches of the stores keep those of the record with every value, which
   * came to a quarter of all memory.
   *
   * @throws InvalidIncidentException if it cannot be counted
   */
  @Override
  public void process(Record<String, Incident> record) {
    require(record.key(), record.value(), context().currentSystemTimeMs(), maxFutureSkew);
    context().forward(record.withHeaders(withoutEvent(record.headers())));
  }

  private static Headers withoutEvent(Headers headers) {
    RecordHeaders kept = new RecordHeaders();
    for (Header header : headers) {
      if (!CloudEvents.HEADERS.contains(header.key())) {
        kept.add(header);
      }
    }
    return kept;
  }

  /**
   * Throws unless the incident can be counted.
   *
   * @param key the record's key: must be the incident's topic, or two tasks would count it
   * @param now the wall clock's time, epoch milliseconds
   * @param maxFutureSkew how far a post may be written after its ingest, and either after {@code
   *     now}
   * @throws InvalidIncidentException with the reason
   */
  static void require(String key, Incident incident, long now, Duration maxFutureSkew) {
    if (incident == null) {
      throw new InvalidIncidentException("no value: expected an Incident");
    }
    requireText("topic", incident.getTopic(), LONGEST_TOPIC);
    requireText("postKey", incident.getPostKey(), LONGEST_POST_KEY);
    requireText("article.key", incident.getArticle().getKey(), LONGEST_ARTICLE_KEY);
    if (!incident.getTopic().equals(key)) {
      throw new InvalidIncidentException(
          (key == null ? "no key" : "key " + shown(key))
              + ": expected the topic, "
              + shown(incident.getTopic()));
    }
    incident.getWatchLists().forEach(list -> requireText("watchLists", list, LONGEST_LIST));
    requireCountry(incident.getPlace());
    requireTimes(incident, now, maxFutureSkew);
  }

  private static void requireText(String field, String text, int longest) {
    if (text.isBlank() || text.length() > longest) {
      throw new InvalidIncidentException(
          field + " " + shown(text) + ": expected 1 to " + longest + " characters, not blank");
    }
  }

  private static void requireCountry(IncidentPlace place) {
    if (place != null
        && place.getCountry() != null
        && !COUNTRY.matcher(place.getCountry()).matches()) {
      throw new InvalidIncidentException(
          "place.country "
              + shown(place.getCountry())
              + ": expected an ISO 3166-1 alpha-2 code, such as KZ");
    }
  }

  private static void requireTimes(Incident incident, long now, Duration maxFutureSkew) {
    long seenAt = Math.min(incident.getIngestedAt().toEpochMilli(), now);
    requireSeenLater("postedAt", incident.getPostedAt(), seenAt, maxFutureSkew);
    if (incident.getEditedAt() != null) {
      // No later edit could replace one from a far future.
      requireSeenLater("editedAt", incident.getEditedAt(), seenAt, maxFutureSkew);
    }
    long latestIngest = now + maxFutureSkew.toMillis();
    if (incident.getIngestedAt().toEpochMilli() > latestIngest) {
      throw new InvalidIncidentException(
          "ingestedAt "
              + incident.getIngestedAt()
              + ": expected none after "
              + Instant.ofEpochMilli(latestIngest)
              + ", "
              + maxFutureSkew
              + " from now");
    }
  }

  private static void requireSeenLater(
      String field, Instant time, long seenAt, Duration maxFutureSkew) {
    long latest = seenAt + maxFutureSkew.toMillis();
    if (time.toEpochMilli() < 0 || time.toEpochMilli() > latest) {
      throw new InvalidIncidentException(
          field
              + " "
              + time
              + ": expected from 1970 to "
              + Instant.ofEpochMilli(latest)
              + ", "
              + maxFutureSkew
              + " after it was seen");
    }
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? "\"" + text + "\"" : "\"" + text.substring(0, SHOWN) + "…\"";
  }
}
