// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.health;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.health.Health.Answer;
import io.postwatch.runtime.http.HttpPart;
import io.postwatch.runtime.metrics.Exposition;
import io.postwatch.runtime.metrics.Metric;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * What those ask who keep a process running: {@code /health/live}, {@code /health/ready}, {@code
 * /metrics}.
 */
public final class Operations implements HttpPart, AutoCloseable {
  private static final int UNAVAILABLE = 503;
  private static final String EVENT_STREAM = "text/event-stream";
  private static final String OTHER = "other";
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");
  private static final double NANOS_A_MILLI = 1e6;

  private final Health health;
  private final Exposition metrics;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Operations(Exposition metrics, Health health) {
    this.metrics = metrics;
    this.health = health;
  }

  /** Of stages that use this Kafka and this registry; create it before them, to count all. */
  public static Operations of(KafkaSettings kafka) {
    Exposition metrics = new Exposition();
    return new Operations(metrics, Health.of(kafka));
  }

  /** Where stages add themselves. */
  public Health health() {
    return health;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.requestLogger.http(Operations::count);
    config.routes.get("/health/live", http -> answer(http, health::live));
    config.routes.get("/health/ready", http -> answer(http, health::ready));
    config.routes.get(
        "/metrics", http -> http.contentType(Exposition.MEDIA_TYPE).result(metrics.text()));
  }

  /** By the route's pattern: there are few of these, and any number of paths. */
  private static void count(Context http, float millis) {
    String type = http.res().getContentType();
    if (type != null && type.startsWith(EVENT_STREAM)) {
      // It lasts as long as its reader stays.
      return;
    }
    Endpoint route = http.endpoints().lastHttpEndpoint();
    Metric.HTTP_REQUESTS
        .timer(
            "method",
            METHODS.contains(http.method().name()) ? http.method().name() : OTHER,
            "route",
            route == null ? OTHER : route.path,
            "status",
            Integer.toString(http.statusCode()))
        .record((long) (millis * NANOS_A_MILLI), TimeUnit.NANOSECONDS);
  }

  private static void answer(Context http, Supplier<Answer> question) {
    Answer answer = question.get();
    http.status(answer.isUp() ? 200 : UNAVAILABLE)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .result(answer.json());
  }

  /** A second call does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      metrics.close();
      health.close();
    }
  }
}
