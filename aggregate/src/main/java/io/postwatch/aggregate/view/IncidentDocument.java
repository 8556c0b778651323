// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.aggregate.counting.PlaceRollUp;
import io.postwatch.aggregate.windows.KnownTime;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;

/**
 * What an incident is found by: all that may be counted, of which the counts' own memory then says
 * whether it was.
 */
public final class IncidentDocument {
  static final String TOPIC = "topic";
  static final String PLACE = "place";
  static final String LIST = "list";
  static final String PLATFORM = "platform";
  static final String POST = "post";

  /** When it was seen first, and the end of the minute in which it was seen last. */
  public static final String SEEN = "seen";

  static final String LAST = "last";

  /** When the newest version was posted, to sort by. */
  public static final String POSTED = "posted";

  /** The earliest and the latest possible times of all versions. */
  static final String POSTED_FROM = "postedFrom";

  static final String POSTED_UNTIL = "postedUntil";

  private static final char BETWEEN = '/';

  private IncidentDocument() {}

  /** Identity of a post that reports a topic. */
  static String id(Incident incident) {
    String topic = incident.getTopic();
    return "" + topic.length() + BETWEEN + topic + incident.getPostKey();
  }

  /** The topic of an id. */
  public static String topic(String id) {
    int start = id.indexOf(BETWEEN) + 1;
    return id.substring(start, start + Integer.parseInt(id.substring(0, start - 1)));
  }

  /** The post of an id. */
  public static String postKey(String id) {
    return id.substring(id.indexOf(BETWEEN) + 1 + topic(id).length());
  }

  static Document of(KnownIncident known) {
    Incident newest = known.versions().get(known.versions().size() - 1);
    Document document = new Document();
    document.add(new StringField(TOPIC, newest.getTopic(), Field.Store.NO));
    document.add(new StringField(POST, newest.getPostKey(), Field.Store.NO));
    document.add(new StringField(PLATFORM, newest.getPlatform(), Field.Store.NO));
    document.add(new NumericDocValuesField(SEEN, known.firstSeen()));
    document.add(new LongPoint(SEEN, known.firstSeen()));
    document.add(new LongPoint(LAST, known.lastSeen()));
    KnownTime.of(Clock.POSTED, newest)
        .ifPresent(posted -> document.add(new NumericDocValuesField(POSTED, posted.from())));
    Set<String> places = new HashSet<>();
    Set<String> lists = new HashSet<>();
    for (Incident version : known.versions()) {
      for (PlaceRollUp place : ShownVersion.places(version)) {
        places.add(place.place());
      }
      lists.addAll(version.getWatchLists());
      KnownTime.of(Clock.POSTED, version)
          .ifPresent(
              posted -> {
                document.add(new LongPoint(POSTED_FROM, posted.from()));
                document.add(new LongPoint(POSTED_UNTIL, posted.until()));
              });
    }
    places.forEach(place -> document.add(new StringField(PLACE, place, Field.Store.NO)));
    lists.forEach(list -> document.add(new StringField(LIST, list, Field.Store.NO)));
    return document;
  }
}
