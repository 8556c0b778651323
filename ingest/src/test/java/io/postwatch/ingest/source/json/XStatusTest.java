// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.Contents;
import io.postwatch.ingest.source.Formats;
import io.postwatch.ingest.source.Origin;
import io.postwatch.ingest.source.Reading;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class XStatusTest {
  private static final String STATUS =
      """
      {"created_at": "Tue Mar 04 18:00:01 +0000 2025", "id": 1897000000000000000,
       "id_str": "1897000000000000001", "lang": "en",
       "full_text": "Rain &amp; flood in #Lima &lt;now&gt; https://t.co/AAAAAAAAAA https://t.co/PPPPPPPPPP",
       "entities": {"hashtags": [], "urls": [{"url": "https://t.co/AAAAAAAAAA",
         "expanded_url": "https://news.example/a?b=1&copy=2", "display_url": "news.example/a"}],
        "media": [{"url": "https://t.co/PPPPPPPPPP", "display_url": "pic.twitter.com/PPPPPPPPPP",
         "expanded_url": "https://twitter.com/Ana/status/1897000000000000001/photo/1"}]},
       "user": {"id_str": "5", "screen_name": "Ana", "name": "Ana Soto"}}
      """;

  private static final String SHORT =
      """
      {"id_str":"%s","created_at":"Tue Mar 04 18:00:01 +0000 2025","text":"%s","user":{"screen_name":"%s"}%s}
      """;

  private static String status(String id, String text, String handle) {
    return SHORT.formatted(id, text, handle, "").strip();
  }

  @Test
  void aPostOfTheFirstApiIsReadWithItsLinksInFullLength() {
    EmbeddedPost post = Reading.of(STATUS).post();

    assertThat(post.getText())
        .isEqualTo(
            "Rain & flood in #Lima <now> https://news.example/a?b=1&copy=2"
                + " pic.twitter.com/PPPPPPPPPP");
    assertThat(post.getId()).isEqualTo("1897000000000000001");
    assertThat(post.getHandle()).isEqualTo("ana");
    assertThat(post.getAuthor()).isEqualTo("Ana Soto");
    assertThat(post.getHashtags()).containsExactly("Lima");
    assertThat(post.getLinks()).containsExactly("https://news.example/a?b=1&copy=2");
    assertThat(post.getUrl()).isEqualTo("https://x.com/Ana/status/1897000000000000001");
    assertThat(post.getPostedAtSource()).isEqualTo(TimeSource.ID);
    assertThat(post.getPostedAtPrecision()).isEqualTo(TimePrecision.MILLIS);
    assertThat(post.getArticle().getUrl()).isNull();
    assertThat(post.getArticle().getOutlet()).isNull();
    assertThat(post.getSource()).isEqualTo("in");
  }

  @Test
  void anOldIdTellsNoTimeSoThatCreatedAtDoes() {
    EmbeddedPost post =
        Reading.of(
                status("2000000000", "flood", "ana")
                    .replace("Tue Mar 04 18:00:01 +0000 2025", "Wed Aug 27 13:08:45 +0000 2008"))
            .post();

    assertThat(post.getPostedAt()).isEqualTo(Instant.parse("2008-08-27T13:08:45Z"));
    assertThat(post.getPostedAtPrecision()).isEqualTo(TimePrecision.SECOND);
    assertThat(post.getPostedAtSource()).isEqualTo(TimeSource.PAGE);
  }

  @Test
  void arraysSearchResultsAndStreamsAreRead() {
    String one = status("1897000000000000001", "one", "ana");
    String two = status("1897000000000000002", "two", "ben");

    assertThat(Reading.of("[" + one + ",\n" + two + "]").texts()).containsExactly("one", "two");
    assertThat(
            Reading.of("{\"statuses\": [" + one + ", " + two + "], \"search_metadata\": {}}")
                .texts())
        .containsExactly("one", "two");
    assertThat(Reading.of("{\n\"statuses\": [\n" + one + ",\n" + two + "\n]\n}\n").texts())
        .containsExactly("one", "two");
    assertThat(Reading.of(one + "\r\n\r\n{\"limit\":{\"track\":5}}\r\n" + two + "\r\n").texts())
        .containsExactly("one", "two");
    assertThat(Reading.of("\ufeff" + one + "\n" + two).texts()).containsExactly("one", "two");
    assertThat(Reading.of(one.replace(",", ",\n") + "\n" + two.replace(",", ",\n")).texts())
        .containsExactly("one", "two");
  }

  @Test
  void theWholeTextOfALongPostIsRead() {
    String cut =
        SHORT.formatted(
            "1897000000000000001",
            "The beginning…",
            "ana",
            ",\"truncated\":true,\"extended_tweet\":{\"full_text\":\"The beginning and the end\"}");

    assertThat(Reading.of(cut).texts()).containsExactly("The beginning and the end");
  }

  @Test
  void aRepostIsASightingOfTheOriginalByTheAccountThatPassedItOn() {
    String original = status("1897000000000000001", "the whole text", "ana");
    String repost =
        SHORT.formatted(
            "1897000000000000009",
            "RT @ana: the whole…",
            "ben",
            ",\"retweeted_status\":" + original);

    Reading reading = Reading.of(original + "\n" + repost + "\n" + repost);

    assertThat(reading.posts())
        .extracting(EmbeddedPost::getPostKey)
        .containsOnly("x:1897000000000000001");
    assertThat(reading.posts()).extracting(EmbeddedPost::getHandle).containsOnly("ana");
    assertThat(reading.texts()).containsOnly("the whole text");
    assertThat(reading.posts())
        .extracting(post -> post.getArticle().getKey())
        .containsExactly("x:@ana", "x:@ben", "x:@ben");
  }

  @Test
  void aQuotedPostIsNoSightingOfItsOwn() {
    String quoted = status("1897000000000000001", "flood", "ana");
    String quoting =
        SHORT.formatted(
            "1897000000000000009", "look at this", "ben", ",\"quoted_status\":" + quoted);

    assertThat(Reading.of(quoting).texts()).containsExactly("look at this");
  }

  @Test
  void whatNoPostCanHaveIsADeadLetterAndTheRestIsRead() {
    String sound = status("1897000000000000001", "one", "ana");
    Reading reading =
        Reading.of(
            String.join(
                "\n",
                status("12x", "a", "ana"),
                status("-5", "b", "ana"),
                sound.replace("2025", "9999"),
                sound.replace("Tue Mar 04", "Someday"),
                sound.replace("\"one\"", "{}"),
                sound.replace("\"one\"", "\"\ud800\""),
                "{\"a\":".repeat(200),
                "[".repeat(200),
                "{\"a\":\"" + "b".repeat(2_000_000) + "\"}",
                "{\"event\":\"update\",\"payload\":\"\"}",
                sound));

    assertThat(reading.texts()).containsExactly("?", "one");
    assertThat(reading.failures())
        .satisfiesExactly(
            f -> assertThat(f).startsWith("line 1: id_str: expected the number of a post on X"),
            f -> assertThat(f).startsWith("line 2: id_str: expected the number of a post on X"),
            f -> assertThat(f).startsWith("line 3: created_at: expected a time from 1970 to now"),
            f -> assertThat(f).startsWith("line 4: created_at: expected a time like"),
            f -> assertThat(f).startsWith("line 5: text: expected a string"),
            f -> assertThat(f).isEqualTo("line 7: nested deeper than 60; expected a post"),
            f -> assertThat(f).isEqualTo("line 8: nested deeper than 60; expected a post"),
            f -> assertThat(f).startsWith("line 9: more values, or longer ones, than posts have"),
            f -> assertThat(f).isEqualTo("line 10: id: expected the status's id"));
  }

  @Test
  void aBadPostOfASearchSpoilsNoneBesideIt() {
    String sound = status("1897000000000000001", "one", "ana");
    String bad = status("12x", "a", "ana");
    String search =
        "{\"statuses\":[" + String.join(",", sound, bad, "null", "[" + sound + "]") + "]}";

    Reading reading = Reading.of(search + "\n{\"statuses\":[]}\n" + sound);

    assertThat(reading.texts()).containsExactly("one", "one", "one");
    assertThat(reading.failures())
        .satisfiesExactly(
            f -> assertThat(f).startsWith("line 1, post 2: id_str: expected the number of a post"),
            f -> assertThat(f).startsWith("line 1, post 3: no post that is known"));
  }

  @Test
  void whatIsNoObjectInAnArrayIsADeadLetterEach() {
    String sound = status("1897000000000000001", "one", "ana");
    String array =
        String.join(",", sound, "7", " null", "\"s, \\\"{t}\"", "[]", "[ tru ]", sound, "\"open\n");

    Reading reading = Reading.of("\ufeff[" + array + "," + sound + "]\n");

    assertThat(reading.texts()).containsExactly("one", "one", "one");
    assertThat(reading.failures())
        .satisfiesExactly(
            f -> assertThat(f).contains(": no post that is known"),
            f -> assertThat(f).contains(": no post that is known"),
            f -> assertThat(f).contains(": no post that is known"),
            f -> assertThat(f).contains(": expected JSON"),
            f -> assertThat(f).contains(": expected JSON"));
    int seven = ("\ufeff[" + sound + ",").getBytes(StandardCharsets.UTF_8).length;
    assertThat(reading.failures().get(0)).startsWith("byte " + seven + ":");
  }

  @Test
  void theDeadLetterOfABadPostHoldsThatPostOnly() throws Exception {
    String bad = status("12x", "a", "ana");
    String search =
        "{\"statuses\":[" + status("1897000000000000001", "one", "ana") + "," + bad + "]}";

    try (Contents contents =
        Formats.open(
            Origin.of("in"),
            new ByteArrayInputStream(search.getBytes(StandardCharsets.UTF_8)),
            1)) {
      Content content = contents.next().orElseThrow();

      assertThat(content.place()).isEqualTo("line 1, post 2");
      JsonMapper mapper = new JsonMapper();
      assertThat(mapper.readTree(content.raw())).isEqualTo(mapper.readTree(bad));
    }
  }

  @Test
  void aTooLongLineIsPassedOverWithoutBeingKept() {
    String sound = status("1897000000000000001", "one", "ana");
    String endless = "{\"id_str\":\"" + "1".repeat(9_000_000) + "\"}";

    Reading reading = Reading.of(sound + "\n" + endless + "\n" + sound);

    assertThat(reading.texts()).containsExactly("one", "one");
    assertThat(reading.failures()).singleElement().asString().contains("larger than 4 MiB");
  }

  @Test
  void anArrayThatIsCutOffLosesItsLastPostOnly() {
    String sound = status("1897000000000000001", "one", "ana");

    Reading reading = Reading.of("[" + sound + ",\n" + sound.substring(0, 40));

    assertThat(reading.texts()).containsExactly("one");
    assertThat(reading.failures())
        .singleElement()
        .asString()
        .startsWith("byte ")
        .contains("ends in the middle");
  }
}
