// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.runtime.http.HttpConfig;
import io.postwatch.runtime.http.HttpServer;
import io.postwatch.schema.Clock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveFeedTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final LiveFeed live = new LiveFeed();
  private final Feed feed = new Feed(new FeedLog(at(100), 64 << 20));
  private HttpServer server;
  private long offset = 100;

  @BeforeEach
  void start() {
    server = HttpServer.start(HttpConfig.loopback(0), List.of(live));
    live.follow(feed);
  }

  @AfterEach
  void stop() {
    feed.end();
    server.close();
  }

  @Test
  void readersGetWhatIsPublishedFromThenOnThatTheyAskFor() throws Exception {
    try (Reader floods = listen("?topic=flood", null);
        Reader all = listen("", null)) {
      publish("protest");
      publish("flood");

      assertThat(floods.nextEvent()).contains("event: counts", "flood").doesNotContain("protest");
      assertThat(all.nextEvent()).contains("protest");
      assertThat(all.nextEvent()).contains("flood");
    }
  }

  @Test
  void whoComesBackWithAnIdGetsWhatCameMeanwhileOnceAndInOrder() throws Exception {
    String id;
    try (Reader first = listen("", null)) {
      publish("protest");
      id = first.nextEvent().replaceAll("(?s).*id: ([^\n]+)\n.*", "$1");
    }
    publish("flood");
    publish("strike");

    try (Reader again = listen("", id)) {
      assertThat(again.nextEvent()).contains("flood");
      assertThat(again.nextEvent()).contains("strike");
      publish("fire");
      assertThat(again.nextEvent()).contains("fire");
    }
  }

  @Test
  void aReaderWhomNothingConcernsIsToldHowFarItIs() throws Exception {
    try (Reader strikes = listen("?topic=strike", null)) {
      publish("protest");
      feed.heartbeat();

      assertThat(strikes.nextBlockWith("id: " + at(101).toId())).startsWith(":");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ?topics=flood | | 400 | Unknown parameter
          ?size=soon    | | 400 | size: expected a window size
          ?clock=wall   | | 400 | clock: expected posted or seen
          ?kind=posts   | | 400 | kind: expected counts or spikes
                        | no id | 400 | Last-Event-ID: expected the id of an event
          """)
  void whatCannotBeUnderstoodIsOneClearSentence(
      String query, String id, int status, String sentence) throws Exception {
    HttpResponse<String> answer = ask(query == null ? "" : query, id);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains(sentence);
  }

  @Test
  void anIdThatIsTooOldOrOfOtherTopicsIsGone() throws Exception {
    for (String id : List.of(at(3).toId(), new FeedPosition(7, new long[] {100}).toId())) {
      HttpResponse<String> answer = ask("", id);

      assertThat(answer.statusCode()).isEqualTo(410);
      assertThat(answer.body()).contains("connect without it");
    }
  }

  @Test
  void aReaderWhoDoesNotReadIsLetGoAndNobodyElseNotices() throws Exception {
    try (Reader reads = listen("", null);
        Socket sleeps = new Socket("127.0.0.1", server.uri().getPort())) {
      sleeps
          .getOutputStream()
          .write("GET /api/v1/feed HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
      await().until(() -> live.readers() == 2);

      String large = "x".repeat(200_000);
      for (int i = 0; i < 200 && live.readers() == 2; i++) {
        publish("flood" + large);
        assertThat(reads.nextEvent()).contains("flood");
      }

      assertThat(live.readers()).isEqualTo(1);
      publish("strike");
      assertThat(reads.nextEvent()).contains("strike");
    }
  }

  @Test
  void whoHasGoneIsForgotten() throws Exception {
    Reader gone = listen("", null);
    await().until(() -> live.readers() == 1);
    gone.close();

    await()
        .untilAsserted(
            () -> {
              publish("flood");
              assertThat(live.readers()).isZero();
            });
  }

  @Test
  void untilTheFeedHasBegunItSaysSo() throws Exception {
    live.follow(null);

    assertThat(ask("", null).statusCode()).isEqualTo(503);
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private static FeedPosition at(long next) {
    return new FeedPosition(1, new long[] {next});
  }

  private void publish(String topic) {
    CountKey key = new CountKey(Clock.SEEN, CountKey.NO_LIST, topic, "", 0, WindowSize.MINUTE);
    byte[] json = "{\"topic\":\"%s\"}".formatted(topic).getBytes(UTF_8);
    FeedItem item =
        new FeedItem(
            new FeedItem.Content(FeedItem.Kind.COUNTS, key, key, topic, "", json), 0, offset++);
    feed.publish(new FeedBatch(List.of(item), at(offset)));
  }

  private HttpResponse<String> ask(String query, String id) throws Exception {
    return client.send(request(query, id), HttpResponse.BodyHandlers.ofString());
  }

  private Reader listen(String query, String id) throws Exception {
    return new Reader(
        client.send(request(query, id), HttpResponse.BodyHandlers.ofInputStream()).body());
  }

  private HttpRequest request(String query, String id) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.uri() + "/api/v1/feed" + query));
    return id == null ? request.build() : request.header("Last-Event-ID", id).build();
  }

  /** Reads as the specification of server-sent events says: blocks that an empty line ends. */
  private static final class Reader implements AutoCloseable {
    private final InputStream body;
    private final BufferedReader lines;

    Reader(InputStream body) throws IOException {
      this.body = body;
      this.lines = new BufferedReader(new InputStreamReader(body, UTF_8));
      nextBlockWith("retry:");
    }

    String nextEvent() throws IOException {
      return nextBlockWith("data:");
    }

    String nextBlockWith(String field) throws IOException {
      StringBuilder block = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty()) {
          block.append(line).append('\n');
        } else if (block.indexOf(field) >= 0) {
          return block.toString();
        } else {
          block.setLength(0);
        }
      }
      throw new IOException("the feed ended before there was " + field);
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }
}
