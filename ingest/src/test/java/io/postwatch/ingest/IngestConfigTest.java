// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestConfigTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ingest.handles      | two words | expected one word after @, got 'two words'",
        "ingest.hashtags     | a b       | expected one word after #, got 'a b'",
        "ingest.watched-only | perhaps   | expected true or false, got 'perhaps'",
        "ingest.watched-only | true      | expected ingest.watch-lists with it, got 'true'",
      })
  void aWrongValueIsToldWithItsKeyAndWhatWasExpected(String key, String value, String message) {
    Settings settings = Settings.load(Optional.empty(), Map.of(), Map.of(key, value));

    assertThatThrownBy(() -> IngestConfig.selection(settings))
        .isInstanceOf(SettingsException.class)
        .hasMessage("command line: " + key + ": " + message);
  }

  @Test
  void watchListsThatCannotBeReadAreToldAtTheStart() {
    Settings settings =
        Settings.load(Optional.empty(), Map.of(), Map.of("ingest.watch-lists", "absent.yaml"));

    assertThatThrownBy(() -> IngestConfig.selection(settings))
        .isInstanceOf(SettingsException.class)
        .hasMessage("absent.yaml: no such file; expected watch lists in YAML");
  }
}
