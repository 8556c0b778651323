// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogFormatTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

  private final List<Appender<ILoggingEvent>> others = new ArrayList<>();

  @BeforeEach
  void logIntoMemoryAlone() {
    LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
    PatternLayoutEncoder text = new PatternLayoutEncoder();
    text.setContext(logback);
    text.setPattern("%level %msg%n");
    text.start();
    appender.setContext(logback);
    appender.setEncoder(text);
    appender.setOutputStream(out);
    appender.start();
    root.iteratorForAppenders().forEachRemaining(others::add);
    others.forEach(root::detachAppender);
    root.addAppender(appender);
  }

  @AfterEach
  void takeItAway() {
    root.detachAppender(appender);
    appender.stop();
    others.forEach(root::addAppender);
  }

  @Test
  void everyLineIsAnObjectWhateverIsLogged() throws IOException {
    LogFormat.JSON.apply();

    root.error(
        "a {} of \"{}\"\n\u0007\u2028", "dead letter", "C:\\x", new IOException("no\nroute"));
    root.error("another");

    List<String> lines = out.toString(UTF_8).lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(first.get("level").asText()).isEqualTo("ERROR");
    assertThat(first.get("timestamp").isIntegralNumber()).isTrue();
    assertThat(first.get("formattedMessage").asText())
        .isEqualTo("a dead letter of \"C:\\x\"\n\u0007\u2028");
    assertThat(first.get("throwable").get("message").asText()).isEqualTo("no\nroute");
    assertThat(new ObjectMapper().readTree(lines.get(1)).get("formattedMessage").asText())
        .isEqualTo("another");
  }

  @Test
  void textIsAsTheLogIsConfigured() {
    LogFormat.TEXT.apply();

    root.error("as it was");

    assertThat(out.toString(UTF_8)).isEqualTo("ERROR as it was" + System.lineSeparator());
  }

  @Test
  void theSettingsSayWhich() {
    assertThat(LogFormat.from(settings(Map.of()))).isEqualTo(LogFormat.TEXT);
    assertThat(LogFormat.from(settings(Map.of("POSTWATCH_LOGGING_FORMAT", "json"))))
        .isEqualTo(LogFormat.JSON);
    assertThatThrownBy(() -> LogFormat.from(settings(Map.of("POSTWATCH_LOGGING_FORMAT", "xml"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("logging.format: expected one of json, text");
  }

  private static Settings settings(Map<String, String> environment) {
    return Settings.load(Optional.empty(), environment, Map.of());
  }
}
