// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.javalin.config.JavalinConfig;
import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.runtime.http.HttpPart;
import io.postwatch.runtime.http.HttpProblem;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;

/** What can be asked of the counts, below {@code /api/v1}. */
public final class QueryApi implements HttpPart {
  private static final String BASE = "/api/v1";

  private final AggregateConfig config;
  private final AtomicReference<KafkaStreams> streams = new AtomicReference<>();

  public QueryApi(AggregateConfig config) {
    this.config = config;
  }

  /** Answers from this application's stores from now on; until then there is nothing to tell. */
  public void answerFrom(KafkaStreams application) {
    streams.set(application);
  }

  @Override
  public void addTo(JavalinConfig javalin) {
    javalin.routes.get(
        BASE + "/status",
        http -> http.json(Map.of("state", application().state().name(), "clocks", clocks())));
  }

  private Object clocks() {
    return config.rules().clocks().stream().map(Enum::name).sorted().toList();
  }

  private KafkaStreams application() {
    KafkaStreams application = streams.get();
    if (application == null) {
      throw new HttpProblem(503, "The stage is starting; ask again in a second.");
    }
    return application;
  }
}
