// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.aggregate.alerts.Webhook.Format;
import io.postwatch.runtime.SettingsException;
import io.postwatch.runtime.WatchedFile;
import io.postwatch.schema.AlertEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRulesFileTest {
  @TempDir Path directory;

  private Path write(String yaml) throws IOException {
    return Files.writeString(directory.resolve("alerts.yaml"), yaml);
  }

  private AlertRules read(String yaml) throws IOException {
    return AlertRulesFile.read(write(yaml));
  }

  @Test
  void aRuleSaysWhoIsToldOfWhatAndWhen() throws IOException {
    AlertRules rules =
        read(
            """
            alerts:
              - name: night desk
                webhook: https://hooks.example/services/T0/B0/secret
                format: slack
                headers: {X-Team: desk}
                secret: s3cret
                topics: [flood, strike]
                places: [NO, all, 3871336]
                least-score: 2.5
                watch-list: rivers
                least-posts: 3
                quiet-hours: {from: "22:00", to: "07:00", zone: Asia/Almaty}
                on: [start, end]
            """);

    assertThat(rules.rules())
        .containsExactly(
            new AlertRule(
                "night desk",
                new Webhook(
                    URI.create("https://hooks.example/services/T0/B0/secret"),
                    Format.SLACK,
                    Map.of("X-Team", "desk"),
                    Optional.of("s3cret")),
                new SpikeFilter(
                    Set.of("flood", "strike"),
                    Set.of("NO", "", "3871336"),
                    Optional.of(2.5),
                    Optional.of(new SpikeFilter.Watched("rivers", 3))),
                Optional.of(
                    new QuietHours(
                        LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of("Asia/Almaty"))),
                Set.of(AlertEvent.START, AlertEvent.END)));
  }

  @Test
  void nameAndWebhookAreEnough() throws IOException {
    AlertRule rule =
        read("alerts: [{name: all, webhook: 'http://10.0.0.7:9000/hook'}]").rules().get(0);

    assertThat(rule.webhook().format()).isEqualTo(Format.JSON);
    assertThat(rule.on()).containsExactly(AlertEvent.START);
    assertThat(rule.filter().covers(Spikes.told("any", "KE", Instant.EPOCH, Instant.EPOCH).build()))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alerts: {}                                     | line 1, column 9: expected a rule with 'name'",
        "rules: []                                      | line 1, column 8: unknown key 'rules'; expected one of [alerts]",
        "alerts: [{name: a}]                            | line 1, column 10: expected a rule with 'webhook'",
        "alerts: [{name: a, webhook: 'ftp://x/'}]       | line 1, column 29: expected a URL such as https://host/path",
        "alerts: [{name: a, webhook: 'http://u:p@x/'}]  | line 1, column 29: expected a URL such as https://host/path",
        "alerts: [{name: a/b, webhook: 'http://x/'}]    | line 1, column 17: expected a name of up to 64 letters",
        "alerts: [{name: a, webhook: 'http://x/', on: [stop]}]         | column 47: expected start or end",
        "alerts: [{name: a, webhook: 'http://x/', format: xml}]        | column 50: expected json or slack",
        "alerts: [{name: a, webhook: 'http://x/', places: [Kenya]}]    | column 51: expected a country's code such as KE",
        "alerts: [{name: a, webhook: 'http://x/', topics: []}]         | column 50: expected at least one",
        "alerts: [{name: a, webhook: 'http://x/', least-posts: 2}]     | column 55: expected 'watch-list' with it",
        "alerts: [{name: a, webhook: 'http://x/', least-score: high}]  | column 55: expected a number from -10 to 1000",
        "alerts: [{name: a, webhook: 'http://x/', headers: {Host: x}}] | column 58: expected an HTTP header that may be set",
        "alerts: [{name: a, webhook: 'http://x/', quiet-hours: {from: '1', to: '2'}}]         | column 62: expected a time of day",
        "alerts: [{name: a, webhook: 'http://x/', quiet-hours: {from: '01:00', to: '01:00'}}] | column 55: expected from and to to differ",
        "alerts: [{name: a, webhook: 'http://x/', quiet-hours: {from: '01:00', to: '02:00', zone: Mars}}] | column 90: expected a time zone",
        "alerts: [{name: a, name: b}]                   | is there twice",
        "alerts: [                                      | expected YAML",
      })
  void aMistakeIsToldWithItsPlaceAndWhatWasExpected(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(directory.resolve("alerts.yaml").toString())
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void noTwoRulesHaveOneName() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    alerts:
                      - {name: a, webhook: "https://x.example"}
                      - {name: a, webhook: "https://y.example"}
                    """))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("line 3, column 5: a rule is named 'a' already");
  }

  @Test
  void theLastGoodRulesStayWhenTheFileGoesWrong() throws IOException {
    AtomicLong nanos = new AtomicLong();
    Path file = write("alerts: [{name: a, webhook: 'https://x.example'}]");
    WatchedFile<AlertRules> rules =
        new WatchedFile<>(file, AlertRulesFile::read, any -> "alert rules", nanos::get);

    Files.writeString(file, "alerts: [{name: b, webhook: nowhere}]");
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(rules.get().named("a")).isPresent();

    Files.writeString(file, "alerts: [{name: the second, webhook: 'https://x.example'}]");
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(rules.get().named("the second")).isPresent();
    assertThat(rules.get().named("a")).isEmpty();
  }
}
