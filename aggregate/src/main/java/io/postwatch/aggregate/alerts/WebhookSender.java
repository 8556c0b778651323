// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.postwatch.aggregate.alerts.Outcome.Kind;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts messages over HTTP. No redirect is followed: it would take what is told, and the headers
 * with it, to somebody whom no rule names.
 */
final class WebhookSender implements AlertSender {
  /** {@code sha256=} and the HMAC of the body in hexadecimal. */
  static final String SIGNATURE = "Postwatch-Signature";

  /** The same for every try, so that a receiver can tell what it has already. */
  static final String ID = "Postwatch-Alert-Id";

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofSeconds(10);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  /** Statuses below 500 that say nothing against the message. */
  private static final Set<Integer> NOT_NOW = Set.of(408, 425, 429);

  private final HttpClient client;
  private final Duration patience;
  private final Clock clock;

  WebhookSender() {
    this(WHOLE, Clock.systemUTC());
  }

  /**
   * @param patience how long a receiver may take
   */
  WebhookSender(Duration patience, Clock clock) {
    this.patience = patience;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECT)
            .version(Version.HTTP_1_1)
            .build();
  }

  @Override
  public CompletableFuture<Outcome> send(Webhook webhook, AlertMessage message) {
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request(webhook, message), withoutBody());
    // The client's own limit does not hold for a handshake that never ends.
    return answer
        .copy()
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (response, failure) -> {
              answer.cancel(true);
              return failure == null ? outcome(response) : failed(failure);
            });
  }

  private static HttpRequest request(Webhook webhook, AlertMessage message) {
    byte[] body = message.body(webhook.format()).getBytes(UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(webhook.address())
            .POST(BodyPublishers.ofByteArray(body))
            .setHeader("Content-Type", "application/json")
            .setHeader("User-Agent", "postwatch")
            .setHeader(ID, message.id());
    webhook.headers().forEach(request::setHeader);
    webhook.secret().ifPresent(s -> request.setHeader(SIGNATURE, "sha256=" + hmac(s, body)));
    return request.build();
  }

  static String hmac(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private Outcome outcome(HttpResponse<Void> response) {
    int status = response.statusCode();
    String detail = "HTTP " + status;
    if (status >= 200 && status < 300) {
      return Outcome.of(Kind.DELIVERED, detail);
    }
    if (status >= 500 || NOT_NOW.contains(status)) {
      Optional<Duration> wait = response.headers().firstValue("Retry-After").flatMap(this::wait);
      return new Outcome(Kind.NOT_NOW, detail, wait);
    }
    boolean isRedirect = status >= 300 && status < 400;
    return Outcome.of(Kind.REFUSED, isRedirect ? detail + ": redirects are not followed" : detail);
  }

  /** Seconds, or the time of an HTTP date. */
  private Optional<Duration> wait(String retryAfter) {
    if (SECONDS.matcher(retryAfter).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
    }
    try {
      Instant at =
          ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(clock.instant(), at)).filter(d -> !d.isNegative());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** By its kind alone: messages may repeat the address. */
  private Outcome failed(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    return Outcome.of(
        Kind.NOT_NOW,
        cause instanceof java.util.concurrent.TimeoutException
            ? "no answer within %d ms".formatted(patience.toMillis())
            : cause.getClass().getSimpleName());
  }

  /** Nobody reads it, and it may never end. */
  private static BodyHandler<Void> withoutBody() {
    return head -> new Unread();
  }

  private static final class Unread implements BodySubscriber<Void> {
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    @Override
    public CompletionStage<Void> getBody() {
      return done;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      subscription.cancel();
      done.complete(null);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {}

    @Override
    public void onError(Throwable throwable) {
      done.complete(null);
    }

    @Override
    public void onComplete() {
      done.complete(null);
    }
  }
}
