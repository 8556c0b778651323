// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.aggregate.alerts.Webhook.Format;
import io.postwatch.json.SpikeJson;
import io.postwatch.schema.AlertDelivery;
import java.time.Instant;
import java.util.List;

/**
 * What a receiver is told.
 *
 * @param id the same for every try to deliver it
 * @param rule name of the rule
 * @param kind what it is
 * @param alerts one, or some of a summary
 * @param links where receivers look further
 * @param sentAt when it was written
 */
record AlertMessage(
    String id,
    String rule,
    Kind kind,
    List<AlertDelivery> alerts,
    DashboardLinks links,
    Instant sentAt) {
  private static final int VERSION = 1;

  /** What it is. */
  enum Kind {
    ALERT,
    /** What was held in quiet hours. */
    SUMMARY,
    /** Somebody tries whether alerts arrive; nothing has happened. */
    TEST
  }

  AlertMessage {
    alerts = List.copyOf(alerts);
  }

  /** The request's body, JSON in both forms. */
  String body(Format format) {
    return switch (format) {
      case JSON -> json().toString();
      case SLACK ->
          JsonNodeFactory.instance
              .objectNode()
              .put("text", new SlackText(this).toString())
              .put("unfurl_links", false)
              .put("unfurl_media", false)
              .toString();
    };
  }

  private ObjectNode json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", VERSION)
            .put("id", id)
            .put("kind", kind.name())
            .put("test", kind == Kind.TEST)
            .put("rule", rule)
            .put("sentAt", sentAt.toString());
    ArrayNode list = json.putArray("alerts");
    for (AlertDelivery alert : alerts) {
      ObjectNode one =
          list.addObject()
              .put("id", AlertKey.of(alert).toString())
              .put("event", alert.getEvent().name())
              .put("link", links.of(alert.getSpike()).orElse(null));
      one.set("spike", SpikeJson.of(alert.getSpike()));
    }
    return json;
  }
}
