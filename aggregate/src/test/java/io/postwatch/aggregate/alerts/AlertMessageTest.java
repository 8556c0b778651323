// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postwatch.aggregate.alerts.AlertMessage.Kind;
import io.postwatch.aggregate.alerts.Webhook.Format;
import io.postwatch.schema.AlertDelivery;
import io.postwatch.schema.AlertEvent;
import io.postwatch.schema.AlertStatus;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.Spike;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertMessageTest {
  private static final Instant START = Instant.parse("2026-04-16T20:15:00Z");
  private static final Instant NOW = Instant.parse("2026-04-16T20:21:00Z");

  private static AlertMessage message(Kind kind, Spike.Builder spike, String dashboard) {
    AlertDelivery alert =
        AlertDelivery.newBuilder()
            .setRule("desk")
            .setEvent(spike.getEndedAt() == null ? AlertEvent.START : AlertEvent.END)
            .setStatus(AlertStatus.WAITING)
            .setSpike(spike.build())
            .setPartition(0)
            .setDueAt(NOW)
            .setUpdatedAt(NOW)
            .build();
    return new AlertMessage(
        "id-1",
        "desk",
        kind,
        List.of(alert),
        new DashboardLinks(Optional.ofNullable(dashboard).map(URI::create)),
        NOW);
  }

  private static JsonNode json(AlertMessage message, Format format) throws IOException {
    return new ObjectMapper().readTree(message.body(format));
  }

  private static String slack(AlertMessage message) throws IOException {
    return json(message, Format.SLACK).get("text").asText();
  }

  private static Spike.Builder flood() {
    return Spikes.told("flood", "KE", START, START.plusSeconds(300));
  }

  private static Spike.Builder saying(String handle, String url, String text) {
    return flood()
        .setEvidence(
            List.of(
                Evidence.newBuilder()
                    .setPostKey("x:1")
                    .setHandle(handle)
                    .setUrl(url)
                    .setText(text)
                    .build()));
  }

  @Test
  void inJsonItIsTheSpikeAsElsewhereWithWhoIsToldAndALink() throws IOException {
    JsonNode json = json(message(Kind.ALERT, flood(), "https://watch.example/pw"), Format.JSON);

    assertThat(json.get("version").asInt()).isEqualTo(1);
    assertThat(json.get("id").asText()).isEqualTo("id-1");
    assertThat(json.get("kind").asText()).isEqualTo("ALERT");
    assertThat(json.get("test").asBoolean()).isFalse();
    assertThat(json.get("rule").asText()).isEqualTo("desk");
    assertThat(json.get("sentAt").asText()).isEqualTo("2026-04-16T20:21:00Z");
    JsonNode alert = json.get("alerts").get(0);
    assertThat(alert.get("id").asText()).isEqualTo("desk/flood/KE/1776370500000/START");
    assertThat(alert.get("event").asText()).isEqualTo("START");
    assertThat(alert.get("link").asText())
        .isEqualTo("https://watch.example/pw/#topic=flood&place=KE");
    assertThat(alert.get("spike").get("topic").asText()).isEqualTo("flood");
    assertThat(alert.get("spike").get("observed").asInt()).isEqualTo(34);
    assertThat(alert.get("spike").get("evidence").get(0).get("text").asText())
        .isEqualTo("The river is over its banks");
  }

  @Test
  void aTestSaysThatItIsOne() throws IOException {
    AlertMessage test = message(Kind.TEST, flood(), null);

    assertThat(json(test, Format.JSON).get("test").asBoolean()).isTrue();
    assertThat(slack(test)).startsWith("*Test of the alert rule desk.* Nothing has happened");
  }

  @Test
  void forSlackItIsATextForPeople() throws IOException {
    assertThat(slack(message(Kind.ALERT, flood(), "https://watch.example")))
        .isEqualTo(
            "*<https://watch.example/#topic=flood&amp;place=KE|flood in Place KE>* is rising:"
                + " 34 posts where 2.1 were expected, 12 accounts, 5 outlets,"
                + " since 2026-04-16 20:15 UTC\n"
                + "> <https://x.com/witness/status/1|@witness>: The river is over its banks");
  }

  @Test
  void theEndIsOneToo() throws IOException {
    assertThat(slack(message(Kind.ALERT, flood().setEndedAt(START.plusSeconds(600)), null)))
        .contains("*flood in Place KE* is over")
        .contains("since 2026-04-16 20:15 UTC until 2026-04-16 20:25 UTC");
  }

  @Test
  void whatAPostSaysNeitherLinksNorCallsAnybodyNorBreaksTheLine() throws IOException {
    String text =
        slack(
            message(
                Kind.ALERT,
                saying(
                    "a<b>&c",
                    "https://x.com/a?b=1&c=2|<!channel>",
                    "<!channel> <https://evil.example|click> & \u202Eright\u2066 to\n*Test* left\u0000"),
                null));

    assertThat(text)
        .contains("&lt;!channel&gt; &lt;https://evil.example|click&gt; &amp; right to *Test* left")
        .contains("> @a&lt;b&gt;&amp;c: ")
        .doesNotContain("<!channel>", "<https://evil", "\u202E", "\u2066", "\u0000");
    assertThat(text.lines()).hasSize(2);
  }

  @Test
  void aLinkIsOneToAWebPageAndNothingElse() throws IOException {
    assertThat(slack(message(Kind.ALERT, saying("a", "javascript:alert(1)", "t"), null)))
        .contains("> @a: t")
        .doesNotContain("javascript");
    assertThat(slack(message(Kind.ALERT, saying("a", "https://x.com/a|b", "t"), null)))
        .doesNotContain("a|b");
    assertThat(slack(message(Kind.ALERT, saying("a", "https://x.com/?a=1&b=2", "t"), null)))
        .contains("<https://x.com/?a=1&amp;b=2|@a>");
  }

  @Test
  void aLongPostIsCutBetweenCharacters() throws IOException {
    String text = slack(message(Kind.ALERT, saying("a", null, "😀".repeat(10_000)), null));

    assertThat(text).endsWith("😀…");
    assertThat(text.length()).isLessThan(1_000);
  }

  @Test
  void aTopicOfAnyNameMakesALinkOfItsOwn() {
    DashboardLinks links = new DashboardLinks(Optional.of(URI.create("https://w.example/")));

    assertThat(links.of(Spikes.told("a&b #c", "", START, START).build()))
        .hasValue("https://w.example/#topic=a%26b%20%23c");
  }
}
