// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.source.Reading;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BlueskyEventTest {
  private static final String DID = "did:plc:aaaabbbbccccdddd2345eeee";
  private static final String CREATE =
      """
      {"did":"%s","time_us":1741114801123456,"kind":"commit","commit":{"rev":"3ljl",\
      "operation":"create","collection":"app.bsky.feed.post","rkey":"3ljlp6vq2ls2x",\
      "record":{"$type":"app.bsky.feed.post","createdAt":"2025-03-04T19:00:00.000Z",\
      "langs":["en"],"text":"Flood in #Lima news.example/a...","facets":[{"features":\
      [{"$type":"app.bsky.richtext.facet#link","uri":"https://news.example/a/long"}]}]},\
      "cid":"bafy"}}
      """
          .formatted(DID)
          .strip();

  @Test
  void aPostHasTheKeyThatItHasInEmbeds() {
    EmbeddedPost post = Reading.of(CREATE).post();
    EmbeddedPost embedded =
        Reading.of(
                "<blockquote class='bluesky-embed' data-bluesky-uri='at://"
                    + DID
                    + "/app.bsky.feed.post/3ljlp6vq2ls2x'><p>Flood in #Lima</p>&mdash; Ana Soto"
                    + " (<a href='https://bsky.app/profile/ana.example'>@ana.example</a>)"
                    + "</blockquote>")
            .post();

    assertThat(post.getPostKey()).isEqualTo(embedded.getPostKey());
    assertThat(post.getUrl()).isEqualTo(embedded.getUrl());
    assertThat(post.getPostedAt()).isEqualTo(embedded.getPostedAt());
    assertThat(post.getPostedAtSource()).isEqualTo(TimeSource.ID);
  }

  @Test
  void aPostIsReadWithWhatItLinksToAndItsAccountForAHandle() {
    EmbeddedPost post = Reading.of(CREATE).post();

    assertThat(post.getText()).isEqualTo("Flood in #Lima news.example/a...");
    assertThat(post.getHashtags()).containsExactly("Lima");
    assertThat(post.getLinks()).containsExactly("https://news.example/a/long");
    assertThat(post.getHandle()).isEqualTo("did:plc:aaaabbbbccccdddd2345eeee");
    assertThat(post.getArticle().getKey()).isEqualTo("bluesky:@" + DID);
    assertThat(post.getEditedAt()).isNull();
    assertThat(post.getDeletedAt()).isNull();
  }

  @Test
  void anUpdateIsAnEditAndADeletionHasTheIdentityOnly() {
    String deletion =
        "{\"did\":\"%s\",\"time_us\":1741114801123456,\"kind\":\"commit\",\"commit\":{\"operation\":"
                .formatted(DID)
            + "\"delete\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"3ljlp6vq2ls2x\"}}";

    EmbeddedPost edited = Reading.of(CREATE.replace("\"create\"", "\"update\"")).post();
    EmbeddedPost gone = Reading.of(deletion).post();

    Instant at = Instant.parse("2025-03-04T19:00:01.123Z");
    assertThat(edited.getEditedAt()).isEqualTo(at);
    assertThat(gone.getPostKey()).isEqualTo(edited.getPostKey());
    assertThat(gone.getUrl()).isEqualTo(edited.getUrl());
    assertThat(gone.getDeletedAt()).isEqualTo(at);
    assertThat(gone.getText()).isEmpty();
  }

  @Test
  void whatElseAccountsDoIsPassedOver() {
    Reading reading =
        Reading.of(
            CREATE.replace("app.bsky.feed.post", "app.bsky.feed.like")
                + """

                {"did":"did:plc:a","time_us":1,"kind":"identity","identity":{"handle":"b.example"}}
                {"did":"did:plc:a","time_us":1,"kind":"account","account":{"active":false}}
                """);

    assertThat(reading.posts()).isEmpty();
    assertThat(reading.failures()).isEmpty();
  }

  @Test
  void whatAnAccountClaimsOfTheTimeIsAskedOnlyWhereTheKeyTellsNone() {
    String odd = CREATE.replace("3ljlp6vq2ls2x", "my-own-key");

    assertThat(Reading.of(odd).post().getPostedAt())
        .isEqualTo(Instant.parse("2025-03-04T19:00:00Z"));
    assertThat(Reading.of(odd.replace("2025-03-04T19", "9999-03-04T19")).post().getPostedAtSource())
        .isEqualTo(TimeSource.INGEST);
  }

  @Test
  void anEventWithWrongFieldsIsADeadLetter() {
    Reading reading =
        Reading.of(
            String.join(
                "\n",
                CREATE.replace("\"3ljlp6vq2ls2x\"", "7"),
                CREATE.replace("1741114801123456", "\"soon\""),
                CREATE.replace("\"create\"", "\"rename\""),
                CREATE.replace("\"record\":{", "\"other\":{"),
                CREATE.replace(DID, "ana"),
                CREATE));

    assertThat(reading.posts()).hasSize(1);
    assertThat(reading.failures())
        .containsExactly(
            "line 1: rkey: expected a string of at most 2000 characters",
            "line 2: time_us: expected microseconds since 1970",
            "line 3: operation: expected create, update or delete",
            "line 4: record: expected a post of Bluesky",
            "line 5: did: expected one of the AT protocol");
  }
}
