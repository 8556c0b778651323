// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.source.Reading;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimeSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XArchiveTest {
  private static final String TWEETS =
      """
      window.YTD.tweets.part0 = [
        {
          "tweet" : {
            "id_str" : "1897000000000000001",
            "created_at" : "Tue Mar 04 18:00:01 +0000 2025",
            "full_text" : "Flood in {Lima} &amp; \\"Cusco\\"",
            "entities" : { "urls" : [ ] }
          }
        },
        {
          "tweet" : {
            "id_str" : "1897000000000000002",
            "created_at" : "Tue Mar 04 19:00:01 +0000 2025",
            "full_text" : "RT @Ben: Strike in the port"
          }
        }
      ]
      """;

  private static final String ACCOUNT =
      """
      window.YTD.account.part0 = [ { "account" : {
        "email" : "a@b.example", "username" : "Ana", "accountDisplayName" : "Ana Soto" } } ]
      """;

  @TempDir Path directory;

  private Reading read(String name, String content) throws IOException {
    Path file = Files.writeString(directory.resolve(name), content);
    try (InputStream in = Files.newInputStream(file)) {
      return Reading.of(file.toString(), in, 0);
    }
  }

  @Test
  void theOwnerOfAnArchiveIsToldByTheFileBeside() throws Exception {
    Files.writeString(directory.resolve("account.js"), ACCOUNT);

    Reading reading = read("tweets.js", TWEETS);

    EmbeddedPost own = reading.posts().get(0);
    assertThat(own.getText()).isEqualTo("Flood in {Lima} & \"Cusco\"");
    assertThat(own.getHandle()).isEqualTo("ana");
    assertThat(own.getAuthor()).isEqualTo("Ana Soto");
    assertThat(own.getUrl()).isEqualTo("https://x.com/Ana/status/1897000000000000001");
  }

  @Test
  void aRepostOfAnArchiveIsAPostOfTheOtherWhoseIdAndTimeAreNotTold() throws Exception {
    Files.writeString(directory.resolve("account.js"), ACCOUNT);

    EmbeddedPost passedOn = read("tweets.js", TWEETS).posts().get(1);

    assertThat(passedOn.getText()).isEqualTo("Strike in the port");
    assertThat(passedOn.getHandle()).isEqualTo("ben");
    assertThat(passedOn.getId()).isNull();
    assertThat(passedOn.getPostKey()).startsWith("x:~");
    assertThat(passedOn.getArticle().getKey()).isEqualTo("x:@ana");
    assertThat(passedOn.getPostedAtSource()).isEqualTo(TimeSource.ARTICLE);
    assertThat(passedOn.getPostedAt()).isEqualTo(Instant.parse("2025-03-04T19:00:01Z"));
  }

  @Test
  void withoutThatFileTheOwnerIsNotKnown() throws Exception {
    assertThat(read("tweets.js", TWEETS).posts().get(0).getHandle()).isNull();
  }

  @Test
  void otherListsOfAnArchiveHoldNoPostsOfItsOwner() throws Exception {
    Reading likes =
        read("like.js", "window.YTD.like.part0 = [ {\"like\": {\"fullText\": \"nice\"}} ]");

    assertThat(likes.posts()).isEmpty();
    assertThat(likes.failures()).isEmpty();
  }
}
