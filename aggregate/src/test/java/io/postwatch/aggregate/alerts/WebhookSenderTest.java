// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.postwatch.aggregate.alerts.AlertMessage.Kind;
import io.postwatch.aggregate.alerts.Webhook.Format;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSenderTest {
  private static final Instant NOW = Instant.parse("2026-04-16T20:21:00Z");

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final WebhookSender sender =
      new WebhookSender(Duration.ofSeconds(2), Clock.fixed(NOW, ZoneOffset.UTC));
  private HttpServer server;

  private record Received(String path, Map<String, List<String>> headers, String body) {}

  @BeforeEach
  void startReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    // One request that is not answered holds up no other.
    server.setExecutor(task -> new Thread(task).start());
    server.start();
  }

  @AfterEach
  void stopReceiver() {
    server.stop(0);
  }

  private void answer(HttpHandler handler) {
    server.createContext(
        "/",
        exchange -> {
          received.add(
              new Received(
                  exchange.getRequestURI().getPath(),
                  Map.copyOf(exchange.getRequestHeaders()),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          handler.handle(exchange);
        });
  }

  private static void empty(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private Outcome send(Map<String, String> headers, Optional<String> secret) {
    return sender
        .send(
            new Webhook(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook/s3cret"),
                Format.JSON,
                headers,
                secret),
            message())
        .join();
  }

  private Outcome send() {
    return send(Map.of(), Optional.empty());
  }

  private static AlertMessage message() {
    return new AlertMessage(
        "id-1",
        "desk",
        Kind.ALERT,
        List.of(ExampleAlert.of("desk", NOW)),
        new DashboardLinks(Optional.empty()),
        NOW);
  }

  @Test
  void aMessageIsPostedWithItsIdAndTheRulesHeaders() {
    answer(exchange -> empty(exchange, 204));

    Outcome outcome = send(Map.of("X-Team", "desk"), Optional.empty());

    assertThat(outcome).isEqualTo(Outcome.of(Outcome.Kind.DELIVERED, "HTTP 204"));
    assertThat(received)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.path()).isEqualTo("/hook/s3cret");
              assertThat(request.body()).isEqualTo(message().body(Format.JSON));
              assertThat(request.headers())
                  .containsEntry("X-team", List.of("desk"))
                  .containsEntry("Content-type", List.of("application/json"))
                  .containsEntry("Postwatch-alert-id", List.of("id-1"))
                  .doesNotContainKey("Postwatch-signature");
            });
  }

  @Test
  void itIsSignedWhereTheRuleHasASecret() {
    answer(exchange -> empty(exchange, 200));

    send(Map.of(), Optional.of("key"));

    Received request = received.get(0);
    assertThat(request.headers())
        .containsEntry(
            "Postwatch-signature",
            List.of("sha256=" + WebhookSender.hmac("key", request.body().getBytes(UTF_8))));
    // The example of RFC 4231, test case 2.
    assertThat(WebhookSender.hmac("Jefe", "what do ya want for nothing?".getBytes(UTF_8)))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED",
    "201, DELIVERED",
    "400, REFUSED",
    "401, REFUSED",
    "404, REFUSED",
    "410, REFUSED",
    "408, NOT_NOW",
    "425, NOT_NOW",
    "429, NOT_NOW",
    "500, NOT_NOW",
    "503, NOT_NOW",
  })
  void theStatusSaysWhetherToTryAgain(int status, Outcome.Kind kind) {
    answer(exchange -> empty(exchange, status));

    assertThat(send()).isEqualTo(Outcome.of(kind, "HTTP " + status));
  }

  @Test
  void redirectsAreNotFollowed() {
    answer(
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          empty(exchange, 307);
        });

    assertThat(send())
        .isEqualTo(Outcome.of(Outcome.Kind.REFUSED, "HTTP 307: redirects are not followed"));
    assertThat(received).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120                           | PT2M",
        "Thu, 16 Apr 2026 20:22:00 GMT | PT1M",
      })
  void aReceiverMaySayWhenToComeAgain(String retryAfter, Duration wait) {
    answer(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", retryAfter);
          empty(exchange, 429);
        });

    assertThat(send().retryAfter()).hasValue(wait);
  }

  @ParameterizedTest
  @CsvSource({"soon", "-5", "99999999999999999999", "'Thu, 16 Apr 2020 20:22:00 GMT'"})
  void whatItSaysThatIsNoTimeToComeIsPassedOver(String retryAfter) {
    answer(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", retryAfter);
          empty(exchange, 503);
        });

    assertThat(send().retryAfter()).isEmpty();
  }

  @Test
  void oneThatDoesNotAnswerIsNotWaitedForLong() {
    CountDownLatch never = new CountDownLatch(1);
    answer(
        exchange -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    Outcome outcome = send();
    never.countDown();

    assertThat(outcome).isEqualTo(Outcome.of(Outcome.Kind.NOT_NOW, "no answer within 2000 ms"));
  }

  @Test
  void anAnswerWithoutEndIsNotRead() {
    answer(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(new byte[10_000]);
          exchange.getResponseBody().flush();
          // And never ends.
        });

    assertThat(send()).isEqualTo(Outcome.of(Outcome.Kind.DELIVERED, "HTTP 200"));
  }

  @Test
  void whereNobodyListensItIsTriedAgainAndTheAddressIsNotTold() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    Outcome outcome =
        sender
            .send(
                new Webhook(
                    URI.create("http://127.0.0.1:" + port + "/s3cret"),
                    Format.JSON,
                    Map.of(),
                    Optional.empty()),
                message())
            .join();

    assertThat(outcome).isEqualTo(Outcome.of(Outcome.Kind.NOT_NOW, "ConnectException"));
  }
}
