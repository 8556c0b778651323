// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.postwatch.aggregate.alerts.Outcome.Kind;
import io.postwatch.json.SpikeJson;
import io.postwatch.runtime.http.HttpPart;
import io.postwatch.runtime.http.HttpProblem;
import io.postwatch.schema.AlertDelivery;
import io.postwatch.schema.AlertStatus;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;

/** What can be asked of the alert rules, and tried; webhooks' addresses are shown to nobody. */
public final class AlertRoutes implements HttpPart {
  private static final String BASE = "/api/v1/alerts";

  /** Tests at a time; each may take some seconds. */
  private static final int MOST_TESTS = 4;

  private final Alerts alerts;
  private final Semaphore tests = new Semaphore(MOST_TESTS);

  public AlertRoutes(Alerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get(BASE, this::list);
    config.routes.post(BASE + "/{name}/test", this::test);
  }

  private void list(Context http) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    alerts.rules().rules().forEach(rule -> items.add(item(rule)));
    json.putNull("next");
    http.contentType("application/json").header("Cache-Control", "no-cache");
    http.result(json.toString());
  }

  private ObjectNode item(AlertRule rule) {
    ObjectNode item = JsonNodeFactory.instance.objectNode().put("name", rule.name());
    item.put("watchList", rule.filter().watchList().map(SpikeFilter.Watched::name).orElse(null));
    ArrayNode topics = item.putArray("topics");
    new TreeSet<>(rule.filter().topics()).forEach(topics::add);
    ArrayNode places = item.putArray("places");
    new TreeSet<>(rule.filter().places()).forEach(places::add);
    item.put("format", rule.webhook().format().name().toLowerCase(Locale.ROOT));
    item.putNull("quietHours");
    rule.quiet()
        .ifPresent(
            hours ->
                item.putObject("quietHours")
                    .put("from", hours.from().toString())
                    .put("to", hours.to().toString())
                    .put("zone", hours.zone().getId()));
    item.putNull("lastDelivery");
    alerts.latest(rule.name()).ifPresent(last -> item.set("lastDelivery", delivery(last)));
    return item;
  }

  private static ObjectNode delivery(AlertDelivery last) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("at", last.getUpdatedAt().toString())
            .put("event", last.getEvent().name())
            .put("ok", last.getStatus() == AlertStatus.DELIVERED)
            .put("detail", last.getDetail());
    json.set("spike", SpikeJson.of(last.getSpike()));
    return json;
  }

  private void test(Context http) {
    String name = http.pathParam("name");
    AlertRule rule =
        alerts
            .rules()
            .named(name)
            .orElseThrow(
                () ->
                    new HttpProblem(
                        404, "There is no such alert rule; /api/v1/alerts lists those there are."));
    if (!tests.tryAcquire()) {
      throw new HttpProblem(503, "Other tests are in progress; try again in a few seconds.");
    }
    http.future(
        () ->
            alerts
                .test(rule)
                .whenComplete((done, failure) -> tests.release())
                .thenAccept(outcome -> answer(http, rule, outcome)));
  }

  private static void answer(Context http, AlertRule rule, Outcome outcome) {
    if (outcome.kind() != Kind.DELIVERED) {
      throw new HttpProblem(
          502,
          "The test was not delivered: %s answered: %s."
              .formatted(rule.webhook(), outcome.detail()));
    }
    http.contentType("application/json")
        .result(
            JsonNodeFactory.instance
                .objectNode()
                .put("delivered", true)
                .put("status", outcome.detail())
                .toString());
  }
}
