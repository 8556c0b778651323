// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.source.web.fetch.FetchException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetcherTest {
  private static final int MAX_BYTES = 100_000;
  private static final FetchSettings SETTINGS =
      new FetchSettings(
          Optional.of("https://desk.example/bot"),
          Duration.ZERO,
          Duration.ofSeconds(10),
          MAX_BYTES,
          true,
          true);

  private final ManualTime time = new ManualTime();
  private final Fetcher fetcher = new Fetcher(SETTINGS, time);
  private Site site;

  @BeforeEach
  void open() throws IOException {
    site = new Site();
  }

  @AfterEach
  void close() {
    fetcher.close();
    site.close();
  }

  @Test
  void aPageComesWithItsAddressTypeAndValidators() {
    site.reply(
        "/a",
        200,
        Map.of(
            "Content-Type", "text/html; charset=utf-8", "ETag", "\"1\"", "Last-Modified", "then"),
        "<p>Hi");

    Answer answer = fetch("/a");

    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("<p>Hi");
    assertThat(answer.url()).isEqualTo(site.url("/a"));
    assertThat(answer.header("content-type")).contains("text/html; charset=utf-8");
    assertThat(answer.validators())
        .isEqualTo(new Validators(Optional.of("\"1\""), Optional.of("then")));
  }

  @Test
  void sitesAreToldWhoAsks() {
    site.page("/a", "text/html", "x");
    fetch("/a");

    assertThat(site.latestHeader("User-agent"))
        .startsWith("Postwatch")
        .endsWith(" (+https://desk.example/bot)");
    assertThat(site.latestHeader("Cookie")).isNull();
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    site.reply("/a", 200, Map.of("ETag", "\"1\"", "Content-Type", "text/html"), "x");
    Validators known = fetch("/a").validators();

    Answer again = join(fetcher.fetch(site.url("/a"), known));

    assertThat(again.isUnchanged()).isTrue();
    assertThat(again.body()).isEmpty();
  }

  @Test
  void redirectsAreFollowedAFewStepsFar() {
    for (int i = 0; i < 10; i++) {
      site.reply("/" + i, 302, Map.of("Location", "/" + (i + 1)), "");
    }
    site.page("/10", "text/html", "x");

    assertThat(fetch("/5").url()).isEqualTo(site.url("/10"));
    assertThat(failure("/4").getMessage()).startsWith("more than 5 redirects");
  }

  @Test
  void redirectsLeadNowhereButToTheWeb() {
    site.reply("/file", 302, Map.of("Location", "file:///etc/passwd"), "");
    site.reply("/metadata", 302, Map.of("Location", "http://169.254.169.254/latest/"), "");
    site.reply("/nowhere", 302, Map.of("X", "y"), "");

    assertThat(failure("/file").getMessage()).contains("no http or https address");
    assertThat(failure("/metadata").kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure("/nowhere").getMessage()).isEqualTo("HTTP 302; expected 200");
  }

  @Test
  void privateAddressesAreRefusedUnlessAllowed() {
    site.page("/a", "text/html", "x");
    try (Fetcher strict = new Fetcher(FetchSettings.DEFAULT, time)) {
      FetchException refused = failure(strict.fetch(site.url("/a"), Validators.NONE));

      assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
      assertThat(refused.isPassing()).isFalse();
      assertThat(refused.getMessage())
          .isEqualTo(
              "127.0.0.1 is at 127.0.0.1; expected a public address"
                  + " (or --allow-private-addresses)");
      assertThat(site.asked()).isEmpty();
    }
  }

  @Test
  void aNameThatChangesItsMeaningAfterTheCheckLeadsNowhereElse() {
    // Every lookup is checked, and the client connects to what the check saw: there is no second.
    List<String> lookups = new ArrayList<>();
    Transport transport =
        new Transport(
            FetchSettings.DEFAULT,
            host -> {
              lookups.add(host);
              return new InetAddress[] {InetAddress.getLoopbackAddress()};
            });
    try (Fetcher strict = new Fetcher(FetchSettings.DEFAULT, time, transport)) {
      URI url = URI.create("http://rebound.example:" + site.url("/").getPort() + "/a");

      assertThat(failure(strict.fetch(url, Validators.NONE)).kind()).isEqualTo(Kind.REFUSED);
      assertThat(lookups).containsExactly("rebound.example");
      assertThat(site.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, ABSENT, false",
    "403, ABSENT, false",
    "410, ABSENT, false",
    "500, TROUBLED, true",
    "408, TROUBLED, true",
    "429, UNREACHABLE, true",
    "503, UNREACHABLE, true",
    "206, UNUSABLE, false",
    "304, UNUSABLE, false"
  })
  void aStatusSaysWhetherItIsWorthAnotherTry(int status, Kind kind, boolean isPassing) {
    site.reply("/a", status, Map.of(), "");

    FetchException failure = failure("/a");

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.isPassing()).isEqualTo(isPassing);
    assertThat(failure.getMessage()).isEqualTo("HTTP " + status + "; expected 200");
  }

  @Test
  void aHostThatAsksForTimeGetsIt() {
    site.reply("/a", 429, Map.of("Retry-After", "600"), "");
    site.page("/b", "text/html", "x");

    assertThat(failure("/a").retryAfter()).contains(Duration.ofMinutes(10));
    assertThat(failure("/b").retryAfter()).contains(Duration.ofMinutes(10));
    assertThat(failure("/b").kind()).isEqualTo(Kind.HELD);
    assertThat(failure("/b"))
        .hasMessage(
            "not asked: 127.0.0.1:%d asks for a pause until %s, after HTTP 429; expected to be asked later",
            site.url("/").getPort(),
            time.now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS));
    assertThat(site.asked()).containsExactly("/robots.txt", "/a");

    time.pass(Duration.ofMinutes(10));
    assertThat(fetch("/b").status()).isEqualTo(200);
  }

  @Test
  void anotherPortIsAnotherHost() throws IOException {
    site.reply("/a", 429, Map.of("Retry-After", "600"), "");
    failure("/a");
    try (Site other = new Site()) {
      other.page("/a", "text/html", "x");

      assertThat(join(fetcher.fetch(other.url("/a"), Validators.NONE)).status()).isEqualTo(200);
    }
  }

  @Test
  void robotsTxtIsAskedForOnceADayAndObeyed() {
    site.page("/robots.txt", "text/plain", "User-agent: postwatch\nDisallow: /private\n");
    site.page("/private/a", "text/html", "x");
    site.page("/b", "text/html", "x");
    site.reply("/c", 302, Map.of("Location", "/private/a"), "");

    assertThat(failure("/private/a").kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(failure("/c").kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(fetch("/b").status()).isEqualTo(200);
    assertThat(site.asked()).containsExactly("/robots.txt", "/c", "/b");

    time.pass(Duration.ofHours(25));
    fetch("/b");
    assertThat(site.asked()).containsExactly("/robots.txt", "/c", "/b", "/robots.txt", "/b");
  }

  @Test
  void aSiteWithoutRobotsTxtAllowsAllAndOneInTroubleNothing() {
    site.page("/a", "text/html", "x");
    assertThat(fetch("/a").status()).isEqualTo(200);

    site.reply("/robots.txt", 500, Map.of(), "");
    time.pass(Duration.ofHours(25));
    FetchException failure = failure("/a");
    assertThat(failure.getMessage()).isEqualTo("robots.txt: HTTP 500; expected 200");
    assertThat(failure.isPassing()).isTrue();

    site.page("/robots.txt", "text/plain", "");
    assertThat(fetch("/a").status()).isEqualTo(200);
  }

  @Test
  void whatRobotsTxtAnsweredIsNotSaidOfThePage() {
    site.reply("/robots.txt", 429, Map.of("Retry-After", "600"), "");

    assertThat(failure("/a")).hasMessage("robots.txt: HTTP 429; expected 200");
    assertThat(failure("/b")).hasMessageStartingWith("not asked: 127.0.0.1:");
    assertThat(site.asked()).containsExactly("/robots.txt");
  }

  @Test
  void aCrawlDelayIsHonouredUpToAMinute() {
    site.page("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 7\n");
    site.page("/a", "text/html", "x");
    fetch("/a");

    CompletableFuture<Answer> second = fetcher.fetch(site.url("/a"), Validators.NONE);
    time.pass(Duration.ofMillis(6900));
    assertThat(second).isNotDone();
    time.pass(Duration.ofMillis(100));
    assertThat(second).isCompleted();

    site.page("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 86400\n");
    time.pass(Duration.ofHours(25));
    fetch("/a");
    CompletableFuture<Answer> fourth = fetcher.fetch(site.url("/a"), Validators.NONE);
    time.pass(Duration.ofSeconds(60));
    assertThat(fourth).isCompleted();
  }

  @Test
  void rulesAfterTheFirst500KibibytesOfRobotsTxtAreNotRead() {
    String filler = "# nothing\n".repeat(60_000);
    site.page("/robots.txt", "text/plain", filler + "User-agent: *\nDisallow: /\n");
    site.page("/a", "text/html", "x");

    assertThat(fetch("/a").status()).isEqualTo(200);
  }

  @Test
  void robotsTxtCanBeIgnoredOnSitesOfOnesOwn() {
    site.page("/robots.txt", "text/plain", "User-agent: *\nDisallow: /\n");
    site.page("/a", "text/html", "x");
    FetchSettings own =
        new FetchSettings(
            Optional.empty(), Duration.ZERO, Duration.ofSeconds(10), MAX_BYTES, false, true);
    try (Fetcher bold = new Fetcher(own, time)) {
      assertThat(join(bold.fetch(site.url("/a"), Validators.NONE)).status()).isEqualTo(200);
      assertThat(site.asked()).containsExactly("/a");
    }
  }

  @Test
  void compressedPagesAreReadWithinTheSameBound() throws Exception {
    site.reply("/a", compressed("x".repeat(MAX_BYTES)));
    site.reply("/bomb", compressed("x".repeat(50_000_000)));

    assertThat(fetch("/a").body()).hasSize(MAX_BYTES);
    assertThat(failure("/bomb").getMessage())
        .isEqualTo("larger than 100000 bytes (ingest.fetch.max-bytes)");
  }

  @Test
  void whatIsNoTextIsNotRead() {
    site.page("/a", "image/png", "x");
    site.reply("/b", 200, Map.of("Content-Encoding", "br", "Content-Type", "text/html"), "x");
    site.reply("/c", 200, Map.of("Content-Encoding", "gzip", "Content-Type", "text/html"), "x");

    assertThat(failure("/a").getMessage())
        .isEqualTo("content type 'image/png'; expected HTML, text or a feed");
    assertThat(failure("/b").getMessage())
        .isEqualTo("content encoding 'br'; expected gzip or none");
    assertThat(failure("/c").getMessage()).startsWith("damaged gzip");
  }

  @Test
  void aSlowHostHoldsUpNoOther() throws Exception {
    site.page("/a", "text/html", "x");
    try (RawSite slow = new RawSite(out -> Thread.sleep(10_000));
        PoolTime pool = new PoolTime(2);
        Fetcher both = new Fetcher(SETTINGS, pool)) {
      // Another name for the same interface, as hosts are told apart by name.
      URI elsewhere = URI.create(slow.url("/a").toString().replace("127.0.0.1", "localhost"));
      List<CompletableFuture<Answer>> stuck = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        stuck.add(both.fetch(elsewhere, Validators.NONE));
      }

      Answer answer = both.fetch(site.url("/a"), Validators.NONE).get(5, TimeUnit.SECONDS);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(stuck).noneMatch(CompletableFuture::isDone);
    }
  }

  @Test
  void aHostThatIsNotThereIsToldInOneLine() {
    URI gone = site.url("/a");
    site.close();

    FetchException failure = failure(fetcher.fetch(gone, Validators.NONE));

    assertThat(failure.getMessage()).isEqualTo("cannot connect to " + gone.getAuthority());
    assertThat(failure.isPassing()).isTrue();
  }

  private static Site.Reply compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Map<String, String> headers = Map.of("Content-Type", "text/html", "Content-Encoding", "gzip");
    return new Site.Reply(200, headers, bytes.toByteArray());
  }

  private Answer fetch(String path) {
    return join(fetcher.fetch(site.url(path), Validators.NONE));
  }

  private FetchException failure(String path) {
    return failure(fetcher.fetch(site.url(path), Validators.NONE));
  }

  private FetchException failure(CompletableFuture<Answer> future) {
    try {
      throw new AssertionError("expected a failure, got " + join(future));
    } catch (CompletionException e) {
      return FetchException.in(e);
    }
  }

  private Answer join(CompletableFuture<Answer> future) {
    time.run();
    return future.join();
  }
}
