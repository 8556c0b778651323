// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.runtime.StageException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
  private static final String TOKEN = "0123456789abcdef";
  private static final Access BOTH =
      new Access(Optional.of(TOKEN), Optional.of(new Access.Login("desk", "pass:wörd")));
  private static final HttpPart PAGES =
      config -> {
        config.routes.get("/", http -> http.result("dashboard"));
        config.routes.get("/page", http -> http.result("page"));
        config.routes.get("/health/live", http -> http.result("alive"));
        config.routes.get(
            "/fail",
            http -> {
              throw new IllegalStateException("it happens");
            });
        config.routes.post("/change", http -> http.result("changed"));
      };

  @TempDir Path directory;

  private static HttpServer start(Access access, Optional<Tls> tls) {
    HttpConfig http =
        new HttpConfig(
            new HostPort("127.0.0.1", 0), Optional.empty(), access, tls, List.of("desk.example"));
    return HttpServer.start(http, List.of(PAGES));
  }

  private static HttpServer open() {
    return start(Access.OPEN, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"/page,200", "/nowhere,404", "/fail,500", "/change,405", "/health/live,200"})
  void everyAnswerForbidsWhatIsNotNeeded(String path, int status) throws Exception {
    try (HttpServer server = open()) {
      HttpResponse<String> answer = get(server, path);

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.headers().map())
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsEntry("x-frame-options", List.of("DENY"))
          .containsEntry("referrer-policy", List.of("no-referrer"))
          .doesNotContainKey("server");
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'none'; script-src 'self';")
          .doesNotContain("unsafe");
      if (status >= 400) {
        assertThat(answer.headers().firstValue("Content-Type"))
            .contains("application/problem+json");
      }
    }
  }

  @Test
  void whoeverHasTheTokenOrThePasswordIsAnswered() throws Exception {
    try (HttpServer server = start(BOTH, Optional.empty())) {
      assertThat(status(server, "/page", "Authorization", "Bearer " + TOKEN)).isEqualTo(200);
      assertThat(status(server, "/page", "Authorization", "bearer " + TOKEN)).isEqualTo(200);
      assertThat(status(server, "/page", "Authorization", basic("desk:pass:wörd"))).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer wrong",
        "Bearer 0123456789abcdef0",
        "Basic",
        "Basic 0123456789abcdef",
        "Basic ZGVzazo=",
        "Digest 0123456789abcdef",
        "0123456789abcdef"
      })
  void nobodyElseIs(String authorization) throws Exception {
    try (HttpServer server = start(BOTH, Optional.empty())) {
      HttpResponse<String> answer = get(server, "/page", "Authorization", authorization);

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().allValues("WWW-Authenticate"))
          .containsExactly(
              "Basic realm=\"postwatch\", charset=\"UTF-8\"", "Bearer realm=\"postwatch\"");
      assertThat(answer.body())
          .contains("Authorization: expected a bearer token, or user and password.");
    }
  }

  @Test
  void aTokenInTheUrlIsNone() throws Exception {
    try (HttpServer server = start(BOTH, Optional.empty())) {
      assertThat(status(server, "/page?token=" + TOKEN)).isEqualTo(401);
    }
  }

  @Test
  void onlyWhetherItIsWellIsToldToEverybody() throws Exception {
    try (HttpServer server = start(BOTH, Optional.empty())) {
      assertThat(status(server, "/health/live")).isEqualTo(200);
      assertThat(status(server, "/nowhere")).isEqualTo(401);
      assertThat(status(server, "/health/../page")).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200",
    "/js/main.js, 404",
    "/webjars/uplot/1.6.30/dist/uPlot.iife.min.js, 404",
    "/js/../page, 401",
    "/page, 401",
    "/api/v1/topics, 401"
  })
  void theDashboardsFilesAreThereForEverybodySinceTheyAskForTheToken(String path, int status)
      throws Exception {
    Access token = new Access(Optional.of(TOKEN), Optional.empty());
    try (HttpServer server = start(token, Optional.empty())) {
      assertThat(status(server, path)).isEqualTo(status);
    }
    try (HttpServer server = start(BOTH, Optional.empty())) {
      assertThat(status(server, path)).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LOCALHOST:8080, 200",
    "127.0.0.1, 200",
    "10.1.2.3:8080, 200",
    "[::1]:8080, 200",
    "desk.example, 200",
    "evil.example, 403",
    "desk.example.evil.example, 403",
    "127.0.0.1.evil.example, 403",
  })
  void aNameThatIsNotItsOwnIsNotAnswered(String host, int status) throws Exception {
    try (HttpServer server = open()) {
      assertThat(raw(server, "GET /page HTTP/1.1\r\nHost: " + host + "\r\n"))
          .startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void onlyItsOwnPagesMayChangeAnything() throws Exception {
    try (HttpServer server = open()) {
      String own = server.uri().toString();

      assertThat(post(server)).isEqualTo(200);
      assertThat(post(server, "Origin", own)).isEqualTo(200);
      assertThat(post(server, "Origin", "http://evil.example")).isEqualTo(403);
      assertThat(post(server, "Origin", own.replace("http:", "https:"))).isEqualTo(403);
      assertThat(post(server, "Origin", "null")).isEqualTo(403);
    }
  }

  @Test
  void whatIsTooLongToBeReadIsAProblemToo() throws Exception {
    try (HttpServer server = open()) {
      HttpResponse<String> longUrl = get(server, "/page?q=" + "x".repeat(20_000));
      HttpResponse<String> longHeader = get(server, "/page", "X-Much", "x".repeat(20_000));

      assertThat(longUrl.statusCode()).isEqualTo(414);
      assertThat(longHeader.statusCode()).isEqualTo(431);
      assertThat(longUrl.body()).contains("\"status\":414", "The request cannot be read");
      assertThat(longHeader.headers().firstValue("Content-Type"))
          .contains("application/problem+json");
    }
  }

  @Test
  void whatIsNoHttpIsRefused() throws Exception {
    try (HttpServer server = open()) {
      assertThat(raw(server, "NONSENSE\r\n")).startsWith("HTTP/1.1 400");
      assertThat(raw(server, "GET /page HTTP/1.1\r\n")).startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void withACertificateItSpeaksTlsAndNothingElse() throws Exception {
    Tls tls = tls("one");
    try (HttpServer server = start(Access.OPEN, Optional.of(tls))) {
      HttpClient trusting = HttpClient.newBuilder().sslContext(tls.client()).build();
      HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/page")).build();

      assertThat(server.uri().getScheme()).isEqualTo("https");
      assertThat(trusting.send(request, BodyHandlers.ofString()).body()).isEqualTo("page");
      assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
          .isInstanceOf(SSLHandshakeException.class);
      assertThat(raw(server, "GET /page HTTP/1.1\r\nHost: localhost\r\n")).doesNotContain("page");
    }
  }

  @Test
  void anotherServersCertificateIsBelievedWhereItIsTrusted() throws Exception {
    Tls other = tls("other");
    Tls own = tls("own");
    Tls trusting = new Tls(own.chain(), own.key(), other.chain());
    try (HttpServer server = start(Access.OPEN, Optional.of(other))) {
      HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/page")).build();

      assertThatThrownBy(() -> client(own).send(request, BodyHandlers.ofString()))
          .isInstanceOf(SSLHandshakeException.class);
      assertThat(client(trusting).send(request, BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void aPortThatIsTakenIsOneLine() {
    try (HttpServer first = open()) {
      HttpConfig same =
          new HttpConfig(
              first.advertised(), Optional.empty(), Access.OPEN, Optional.empty(), List.of());

      assertThatThrownBy(() -> HttpServer.start(same, List.of()))
          .isInstanceOf(StageException.class)
          .hasMessageStartingWith("http: cannot listen on " + first.advertised())
          .hasMessageEndingWith("expected a free port (http.port, 0 for any)");
    }
  }

  private static HttpClient client(Tls tls) {
    return HttpClient.newBuilder().sslContext(tls.client()).build();
  }

  private Tls tls(String name) throws Exception {
    Certificates made = Certificates.make(directory, name, "EC");
    return new Tls(
        Pem.certificates(Files.readAllBytes(made.certificate())),
        Pem.key(Files.readAllBytes(made.key())),
        List.of());
  }

  private static String basic(String both) {
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  private static int status(HttpServer server, String path, String... headers) throws Exception {
    return get(server, path, headers).statusCode();
  }

  private static HttpResponse<String> get(HttpServer server, String path, String... headers)
      throws Exception {
    return send(HttpRequest.newBuilder(URI.create(server.uri() + path)), headers);
  }

  private static int post(HttpServer server, String... headers) throws Exception {
    return send(
            HttpRequest.newBuilder(URI.create(server.uri() + "/change"))
                .POST(BodyPublishers.noBody()),
            headers)
        .statusCode();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String... headers)
      throws Exception {
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  /** What comes back for a request that no client would send. */
  private static String raw(HttpServer server, String head) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.advertised().port())) {
      socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }
}
