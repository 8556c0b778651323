// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.source.Reading;
import io.postwatch.schema.EmbeddedPost;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XResponseTest {
  private static final String ANSWER =
      """
      {"data": [
        {"id": "1897000000000000001", "author_id": "5", "created_at": "2025-03-04T18:00:01.000Z",
         "text": "Flood &amp; rain https://t.co/AAAAAAAAAA",
         "entities": {"urls": [{"url": "https://t.co/AAAAAAAAAA",
           "expanded_url": "https://news.example/a"}]}},
        {"id": "1897000000000000002", "author_id": "6", "text": "RT @ana: Strike in…",
         "referenced_tweets": [{"type": "retweeted", "id": "1897000000000000003"}]},
        {"id": "1897000000000000004", "author_id": "6", "text": "RT @eve: Not asked f…",
         "referenced_tweets": [{"type": "retweeted", "id": "1897000000000000005"}]},
        {"id": "1897000000000000006", "author_id": "9", "text": "Cut…",
         "note_tweet": {"text": "The whole of a long post"},
         "referenced_tweets": [{"type": "quoted", "id": "1897000000000000003"}]}],
       "includes": {
        "users": [{"id": "5", "username": "Ana", "name": "Ana Soto"}, {"id": "6", "username": "Ben"}],
        "tweets": [{"id": "1897000000000000003", "author_id": "5", "text": "Strike in the port"}]},
       "meta": {"result_count": 4}}
      """;

  @Test
  void postsOfAnAnswerHaveTheirAuthorsFromTheIncludes() {
    Reading reading = Reading.of(ANSWER);

    assertThat(reading.failures()).isEmpty();
    assertThat(reading.texts())
        .containsExactly(
            "Flood & rain https://news.example/a",
            "Strike in the port",
            "Not asked f…",
            "The whole of a long post");
    assertThat(reading.posts())
        .extracting(EmbeddedPost::getHandle)
        .containsExactly("ana", "ana", "eve", null);
    assertThat(reading.posts())
        .extracting(EmbeddedPost::getId)
        .containsExactly(
            "1897000000000000001",
            "1897000000000000003",
            "1897000000000000005",
            "1897000000000000006");
    assertThat(reading.posts())
        .extracting(post -> post.getArticle().getKey())
        .containsExactly("x:@ana", "x:@ben", "x:@ben", "x:1897000000000000006");
  }

  @Test
  void linesOfAStreamAreReadAsAnswers() {
    String line =
        """
        {"data":{"id":"1897000000000000001","author_id":"5","text":"Flood"},\
        "includes":{"users":[{"id":"5","username":"ana"}]},"matching_rules":[{"id":"1"}]}
        """;

    Reading reading = Reading.of(line + "\n{\"errors\":[{\"title\":\"disconnected\"}]}\n" + line);

    assertThat(reading.failures()).isEmpty();
    assertThat(reading.posts()).extracting(EmbeddedPost::getHandle).containsExactly("ana", "ana");
  }

  @Test
  void postsByThemselvesAreRead() {
    String line =
        "{\"id\":\"1897000000000000001\",\"text\":\"Flood\",\"author\":{\"username\":\"ana\"}}";

    assertThat(Reading.of(line + "\n" + line).posts())
        .extracting(EmbeddedPost::getHandle)
        .containsExactly("ana", "ana");
  }

  @Test
  void aBadPostOfAnAnswerSpoilsNoneBesideIt() {
    String bad =
        ANSWER.replace("1897000000000000002", "12ab").replace("{\"data\": [", "{\"data\": [7,");

    Reading reading = Reading.of(bad.replace("\n", ""));

    assertThat(reading.texts())
        .containsExactly(
            "Flood & rain https://news.example/a", "Not asked f…", "The whole of a long post");
    assertThat(reading.posts())
        .extracting(EmbeddedPost::getHandle)
        .containsExactly("ana", "eve", null);
    assertThat(reading.failures())
        .containsExactly(
            "line 1, post 1: no post that is known; expected a post of X's API",
            "line 1, post 3: id: expected the number of a post on X");
  }

  @Test
  void anAnswerGoesOnBehindThePostThatWasReadLast() {
    byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);

    assertThat(Reading.of(answer).positions()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(Reading.of(answer, 2).texts())
        .containsExactly("Not asked f…", "The whole of a long post");
  }

  @Test
  void answersWithoutPostsGiveNone() {
    Reading users = Reading.of("{\"data\":[{\"id\":\"5\",\"username\":\"ana\",\"name\":\"Ana\"}]}");
    Reading none = Reading.of("{\"meta\":{\"result_count\":0}}");

    assertThat(users.posts()).isEmpty();
    assertThat(users.failures()).isEmpty();
    assertThat(none.posts()).isEmpty();
    assertThat(none.failures()).isEmpty();
  }
}
