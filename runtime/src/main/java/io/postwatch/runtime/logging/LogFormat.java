// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import io.postwatch.runtime.Settings;
import java.util.Iterator;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** How lines of the log are written; where they go to stays as it is. */
public enum LogFormat {
  /** For people: as the log's own configuration has it. */
  TEXT {
    @Override
    public void apply() {}
  },

  /** For programs: one JSON object a line, as Logback's encoder writes it. */
  JSON {
    @Override
    public void apply() {
      // Another binding, or an appender of another kind, has formats of its own.
      if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
        Iterator<Appender<ILoggingEvent>> appenders =
            logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
        while (appenders.hasNext()) {
          if (appenders.next() instanceof OutputStreamAppender<ILoggingEvent> stream) {
            writeJson(stream, logback);
          }
        }
      }
    }
  };

  private static final String KEY = "logging.format";

  /**
   * What the settings ask for.
   *
   * @throws io.postwatch.runtime.SettingsException on a wrong value
   */
  public static LogFormat from(Settings settings) {
    return settings.choice(KEY, Map.of("text", TEXT, "json", JSON), TEXT);
  }

  /** Writes all further lines so. */
  public abstract void apply();

  private static void writeJson(OutputStreamAppender<ILoggingEvent> stream, LoggerContext logback) {
    if (stream.getEncoder() instanceof JsonEncoder) {
      return;
    }
    JsonEncoder json = new JsonEncoder();
    json.setContext(logback);
    json.setWithSequenceNumber(false);
    json.setWithContext(false);
    // The message with its arguments in place, in which they need not be given again.
    json.setWithMessage(false);
    json.setWithFormattedMessage(true);
    json.setWithArguments(false);
    json.start();
    stream.setEncoder(json);
  }
}
