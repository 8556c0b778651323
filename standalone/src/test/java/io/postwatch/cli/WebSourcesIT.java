// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.postwatch.standalone.Newsroom;
import io.postwatch.standalone.Newsroom.Post;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed and its pages, served on the loopback interface. */
class WebSourcesIT {
  private static final Post PROTEST =
      Post.at(Instant.parse("2025-03-05T20:15:30Z"), 7, "witness", "Huge protest in Kenya");
  private static final String ALLOW = "--allow-private-addresses";

  @TempDir Path directory;
  private Path site;
  private HttpServer server;

  @BeforeEach
  void serve() throws Exception {
    site = Files.createDirectory(directory.resolve("site")).toRealPath();
    Newsroom.article(site.resolve("1.html"), "https://news.example/1", PROTEST);
    Files.writeString(
        site.resolve("feed.xml"),
        """
        <rss version="2.0"><channel><title>News</title>
        <item><link>1.html</link></item><item><link>gone.html</link></item>
        </channel></rss>
        """);
    server = server(0);
  }

  private HttpServer server(int port) throws IOException {
    HttpServer files =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    files.createContext("/", this::answer);
    files.start();
    return files;
  }

  private void answer(HttpExchange exchange) throws IOException {
    Path file = site.resolve(exchange.getRequestURI().getPath().substring(1));
    boolean exists = Files.isRegularFile(file);
    exchange.sendResponseHeaders(exists ? 200 : 404, exists ? Files.size(file) : -1);
    if (exists) {
      Files.copy(file, exchange.getResponseBody());
    }
    exchange.close();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void extractReadsThePagesThatAFeedLinksTo() throws Exception {
    PostwatchProcess.Result result = PostwatchProcess.run("extract", ALLOW, url("feed.xml"));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.json())
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.get("id").asText()).isEqualTo(Long.toString(PROTEST.id()));
              assertThat(post.get("source").asText()).isEqualTo(url("1.html"));
              assertThat(post.get("article").get("url").asText())
                  .isEqualTo("https://news.example/1");
            });
    assertThat(result.err().lines())
        .containsExactly(
            "postwatch: " + url("feed.xml") + " " + url("gone.html") + ": HTTP 404; expected 200");
  }

  @Test
  void privateAddressesAreRefusedUnlessAllowed() throws Exception {
    PostwatchProcess.Result result = PostwatchProcess.run("extract", url("1.html"));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(ALLOW).hasLineCount(1);
  }

  @Test
  void aSecondRunPassesOverWhatTheFirstHasRead() throws Exception {
    Object[] arguments = {
      "run", "--once", "--json", ALLOW, "--data-dir", directory.resolve("data"), url("feed.xml")
    };

    PostwatchProcess.Result first = PostwatchProcess.run(arguments);
    PostwatchProcess.Result second = PostwatchProcess.run(arguments);

    assertThat(first.err()).contains("1 article read, 1 unreadable: 1 post");
    assertThat(second.err()).contains("0 articles read, 1 passed over (read before)");
    assertThat(second.out()).isEqualTo(first.out()).contains("protest");
  }

  @Test
  void aSiteThatIsAwayIsToldAndReadWhenItIsBack() throws Exception {
    int port = server.getAddress().getPort();
    server.stop(0);
    try (PostwatchProcess run = PostwatchProcess.start("run", "--json", ALLOW, url("feed.xml"))) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> run.err().contains("feed.xml: cannot connect to 127.0.0.1:" + port));
      server = server(port);

      await().atMost(Duration.ofSeconds(90)).until(() -> run.out().contains("protest"));
    }
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }
}
