// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.postwatch.ingest.source.Reading;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MastodonStatusTest {
  private static final String STATUS =
      """
      {"id":"114105000000000001","created_at":"2025-03-04T18:00:00.000Z","spoiler_text":"",\
      "uri":"https://social.example/users/ana/statuses/114105000000000001",\
      "url":"https://social.example/@ana/114105000000000001",\
      "content":"<p>Flood &amp; rain<br />in <a href=\\"https://social.example/tags/lima\\" \
      class=\\"mention hashtag\\" rel=\\"tag\\">#<span>Lima</span></a></p><p><span class=\\"h-card\\">\
      <a href=\\"https://o.example/@ben\\" class=\\"u-url mention\\">@<span>ben</span></a></span> see \
      <a href=\\"https://news.example/a/long\\" rel=\\"nofollow\\"><span class=\\"invisible\\">https://</span>\
      <span class=\\"ellipsis\\">news.example/a</span></a></p>",\
      "account":{"id":"1","acct":"Ana","display_name":"Ana Soto"},"reblog":null}
      """
          .strip();

  @Test
  void aStatusIsReadAsItIsShown() {
    EmbeddedPost post = Reading.of(STATUS).post();

    assertThat(post.getText())
        .isEqualTo("Flood & rain\nin #Lima\n\n@ben see https://news.example/a/long");
    assertThat(post.getPlatform()).isEqualTo("mastodon");
    assertThat(post.getId()).isEqualTo("114105000000000001");
    assertThat(post.getHandle()).isEqualTo("ana");
    assertThat(post.getAuthor()).isEqualTo("Ana Soto");
    assertThat(post.getHashtags()).containsExactly("Lima");
    assertThat(post.getLinks()).containsExactly("https://news.example/a/long");
    assertThat(post.getUrl()).isEqualTo("https://social.example/@ana/114105000000000001");
    assertThat(post.getPostedAt()).isEqualTo(Instant.ofEpochMilli(114105000000000001L >> 16));
    assertThat(post.getPostedAtPrecision()).isEqualTo(TimePrecision.MILLIS);
    assertThat(post.getPostedAtSource()).isEqualTo(TimeSource.ID);
  }

  @Test
  void anAccountOfAnotherServerHasItsHandleWithoutTheHostAndItsTimelineWithIt() {
    EmbeddedPost post =
        Reading.of(STATUS.replace("\"acct\":\"Ana\"", "\"acct\":\"Ana@h.example\"")).post();

    assertThat(post.getHandle()).isEqualTo("ana");
    assertThat(post.getArticle().getKey()).isEqualTo("mastodon:@ana@h.example");
  }

  @Test
  void whatFoldsAPostIsPartOfIt() {
    String folded = STATUS.replace("\"spoiler_text\":\"\"", "\"spoiler_text\":\"War & <peace>\"");

    assertThat(Reading.of(folded).post().getText()).startsWith("War & <peace>\n\nFlood & rain");
  }

  @Test
  void aBoostIsASightingOfTheOriginal() {
    String boost =
        "{\"id\":\"114105000000000099\",\"content\":\"\",\"created_at\":\"2025-03-05T00:00:00.000Z\","
            + "\"account\":{\"acct\":\"Ben@o.example\"},\"reblog\":"
            + STATUS
            + "}";

    EmbeddedPost post = Reading.of(boost).post();

    assertThat(post.getPostKey()).isEqualTo("mastodon:114105000000000001");
    assertThat(post.getHandle()).isEqualTo("ana");
    assertThat(post.getArticle().getKey()).isEqualTo("mastodon:@ben@o.example");
  }

  @Test
  void aStatusSeenFromAnotherServerHasTheIdThatItHasAtHome() {
    String elsewhere = STATUS.replace("\"id\":\"114105000000000001\"", "\"id\":\"114999\"");

    assertThat(Reading.of(elsewhere).post().getId()).isEqualTo("114105000000000001");
  }

  @Test
  void truthSocialIsToldByItsAddress() {
    EmbeddedPost post =
        Reading.of(
                STATUS.replace(
                    "https://social.example/@ana/114105000000000001",
                    "https://truthsocial.com/@ana/posts/114105000000000002"))
            .post();

    assertThat(post.getPostKey()).isEqualTo("truthsocial:114105000000000002");
  }

  @Test
  void anAddressThatIsNoneIsADeadLetter() {
    String script = STATUS.replace("\"url\":\"https://social.example", "\"url\":\"javascript:a");

    assertThat(Reading.of(script).failures())
        .containsExactly("line 1: url: expected an http or https address");
  }

  @Test
  void arraysLinesAndStreamsAreRead() {
    String event = event("update", STATUS);
    String notice = "{\"event\":\"filters_changed\",\"payload\":\"\"}";

    assertThat(Reading.of("[" + STATUS + "," + STATUS + "]").posts()).hasSize(2);
    assertThat(Reading.of(STATUS + "\n" + STATUS).posts()).hasSize(2);
    Reading stream = Reading.of(event + "\n" + notice + "\n" + event);
    assertThat(stream.posts()).hasSize(2);
    assertThat(stream.failures()).isEmpty();
  }

  @Test
  void anEditedStatusSaysWhenItWasEdited() {
    String edited = STATUS.replace("Flood", "Storm").replace("}\n", "}");
    edited =
        edited.replace("\"reblog\":", "\"edited_at\":\"2025-03-04T18:30:00.000Z\",\"reblog\":");

    EmbeddedPost post = Reading.of(event("status.update", edited)).post();

    assertThat(post.getPostKey()).isEqualTo("mastodon:114105000000000001");
    assertThat(post.getText()).startsWith("Storm");
    assertThat(post.getEditedAt()).isEqualTo(Instant.parse("2025-03-04T18:30:00Z"));
    assertThat(Reading.of(STATUS).post().getEditedAt()).isNull();
  }

  @Test
  void aDeletionHasTheIdentityOfThePostAndTheMomentOfReading() {
    EmbeddedPost gone = Reading.of(deletion("114105000000000001")).post();

    assertThat(gone.getPostKey()).isEqualTo("mastodon:114105000000000001");
    assertThat(gone.getId()).isEqualTo("114105000000000001");
    assertThat(gone.getText()).isEmpty();
    assertThat(gone.getDeletedAt()).isEqualTo(Reading.NOW);
    assertThat(gone.getPostedAt()).isEqualTo(Instant.ofEpochMilli(114105000000000001L >> 16));
  }

  @Test
  void aDeletionOfAStatusOfAnotherServerIsOfTheIdAtHomeWhenTheStatusWasInTheStream() {
    String elsewhere = STATUS.replace("\"id\":\"114105000000000001\"", "\"id\":\"114999\"");
    String boost =
        "{\"id\":\"114105000000000099\",\"content\":\"\",\"account\":{\"acct\":\"Ben\"},\"reblog\":"
            + elsewhere
            + "}";

    Reading stream =
        Reading.of(
            String.join(
                "\n",
                event("update", elsewhere),
                deletion("114999"),
                event("update", boost),
                deletion("114105000000000099"),
                deletion("114998")));

    assertThat(stream.posts())
        .filteredOn(post -> post.getDeletedAt() != null)
        .extracting(EmbeddedPost::getPostKey)
        .containsExactly(
            "mastodon:114105000000000001", "mastodon:114105000000000099", "mastodon:114998");
  }

  @Test
  void aDeletionWithoutAnIdIsADeadLetter() {
    assertThat(Reading.of(deletion("")).failures())
        .containsExactly("line 1: payload: expected the id of a status");
  }

  private static String event(String kind, String status) {
    return "{\"stream\":[\"public\"],\"event\":\""
        + kind
        + "\",\"payload\":"
        + JsonNodeFactory.instance.textNode(status)
        + "}";
  }

  private static String deletion(String id) {
    return "{\"event\":\"delete\",\"payload\":\"" + id + "\"}";
  }

  @Test
  void softwareWithOtherIdsIsDatedByWhatItSays() {
    String other =
        STATUS
            .replace("\"id\":\"114105000000000001\"", "\"id\":\"Ag9xK2\"")
            .replace("@ana/114105000000000001", "notice/Ag9xK2");

    EmbeddedPost post = Reading.of(other).post();

    assertThat(post.getId()).isEqualTo("Ag9xK2");
    assertThat(post.getPostedAt()).isEqualTo(Instant.parse("2025-03-04T18:00:00Z"));
    assertThat(post.getPostedAtSource()).isEqualTo(TimeSource.PAGE);
  }
}
