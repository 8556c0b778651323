// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What {@code postwatch.yaml}, the environment and the command line set, the latter over the
 * former.
 *
 * <p>The key {@code aggregate.windows} is overridden by {@code POSTWATCH_AGGREGATE_WINDOWS}. Keys
 * under {@code kafka}, {@code streams} and {@code registry} go to the clients untouched; every
 * other key must be one that a stage reads.
 */
public final class Settings {
  private static final String ENVIRONMENT_PREFIX = "POSTWATCH_";
  private static final int FILE_ORDINAL = 100;
  private static final int ENVIRONMENT_ORDINAL = 300;
  private static final int OPTIONS_ORDINAL = 400;

  /** A settings file is read by people; a larger one is a mistake. */
  private static final long MAX_FILE_BYTES = 1 << 20;

  private static final Set<String> PASSED_ON = Set.of("kafka", "streams", "registry");
  private static final Set<String> KNOWN =
      Set.of(
          "serde.serializer",
          "serde.deserializer",
          "topics.partitions",
          "topics.replication-factor",
          "ingest.inputs",
          "ingest.handles",
          "ingest.hashtags",
          "ingest.watch-lists",
          "ingest.watched-only",
          "ingest.instance",
          "ingest.rescan-interval",
          "ingest.fetch.contact",
          "ingest.fetch.min-delay",
          "ingest.fetch.timeout",
          "ingest.fetch.max-bytes",
          "ingest.fetch.robots",
          "ingest.fetch.allow-private-addresses",
          "ingest.fetch.poll-interval",
          "ingest.fetch.max-entries",
          "ingest.fetch.pages",
          "enrich.topics",
          "enrich.remember",
          "aggregate.windows",
          "aggregate.clocks",
          "aggregate.grace.posted.*",
          "aggregate.grace.seen.*",
          "aggregate.lateness",
          "aggregate.idle-after",
          "aggregate.retention",
          "aggregate.max-future-skew",
          "aggregate.update-interval",
          "aggregate.exact-up-to",
          "aggregate.view",
          "aggregate.remember",
          "aggregate.search-posts",
          "aggregate.spikes.enabled",
          "aggregate.spikes.interval",
          "aggregate.spikes.times-per-week",
          "aggregate.spikes.least-authors",
          "aggregate.spikes.least-outlets",
          "aggregate.spikes.least-direct-authors",
          "aggregate.alerts",
          "http.public-url",
          "http.host",
          "http.port",
          "http.advertised",
          "http.token",
          "http.token-file",
          "http.user",
          "http.password",
          "http.password-file",
          "http.tls.certificate",
          "http.tls.key",
          "http.tls.trust",
          "http.hosts",
          "logging.format",
          "state-dir",
          "registry-wait",
          "health-file");

  private final SmallRyeConfig config;

  private Settings(SmallRyeConfig config) {
    this.config = config;
  }

  /**
   * Reads the settings and refuses unknown keys.
   *
   * @param file the YAML file; empty where there is none
   * @param environment environment variables; those that do not start with POSTWATCH_ are ignored
   * @param options keys and values given on the command line
   * @throws SettingsException when the file cannot be read, or a key is unknown
   */
  public static Settings load(
      Optional<Path> file, Map<String, String> environment, Map<String, String> options) {
    List<ConfigSource> sources = new ArrayList<>();
    file.map(Settings::fileSource).ifPresent(sources::add);
    sources.add(
        new PropertiesConfigSource(
            fromEnvironment(environment), "environment", ENVIRONMENT_ORDINAL));
    sources.add(new PropertiesConfigSource(options, "command line", OPTIONS_ORDINAL));
    Settings settings = new Settings(new SmallRyeConfigBuilder().withSources(sources).build());
    settings.rejectUnknownKeys();
    return settings;
  }

  private static ConfigSource fileSource(Path file) {
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw new SettingsException(file + ": larger than 1 MiB; expected a settings file in YAML");
      }
      return new YamlConfigSource(file.toString(), Files.readString(file), FILE_ORDINAL);
    } catch (NoSuchFileException e) {
      throw new SettingsException(file + ": no such file; expected settings in YAML");
    } catch (AccessDeniedException e) {
      throw new SettingsException(file + ": permission denied");
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be read: " + e.getMessage());
    } catch (SettingsException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new SettingsException(file + ": expected YAML: " + oneLine(e.getMessage()));
    }
  }

  private static Map<String, String> fromEnvironment(Map<String, String> environment) {
    Map<String, String> ours = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(ENVIRONMENT_PREFIX)) {
            ours.put(keyOf(name.substring(ENVIRONMENT_PREFIX.length())), value);
          }
        });
    return ours;
  }

  /** AGGREGATE_IDLE_AFTER is aggregate.idle-after; KAFKA_SASL_MECHANISM is kafka.sasl.mechanism. */
  private static String keyOf(String variable) {
    for (String known : KNOWN) {
      if (known.replace('.', '_').replace('-', '_').equalsIgnoreCase(variable)) {
        return known;
      }
    }
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  private void rejectUnknownKeys() {
    for (String name : config.getPropertyNames()) {
      String key = plain(name);
      String section = key.substring(0, Math.max(0, key.indexOf('.')));
      if (!PASSED_ON.contains(section) && !isKnown(key)) {
        throw new SettingsException(
            where(name) + ": unknown key " + key + "; expected one of " + expected(section));
      }
    }
  }

  private static boolean isKnown(String key) {
    return KNOWN.contains(withoutIndex(key))
        || KNOWN.contains(key.substring(0, key.lastIndexOf('.') + 1) + "*");
  }

  private static String expected(String section) {
    Set<String> keys = new TreeSet<>();
    for (String known : KNOWN) {
      if (known.startsWith(section + ".")) {
        keys.add(known);
      }
    }
    if (keys.isEmpty()) {
      keys.addAll(KNOWN);
      PASSED_ON.forEach(passed -> keys.add(passed + ".*"));
    }
    return String.join(", ", keys);
  }

  /** The value of a key as text; empty where it is not set. */
  public Optional<String> text(String key) {
    return config.getOptionalValue(key, String.class).map(String::trim).filter(s -> !s.isEmpty());
  }

  /** A list, written in YAML as a list or, anywhere, with commas; empty where it is not set. */
  public List<String> list(String key) {
    return config.getOptionalValues(key, String.class).orElse(List.of());
  }

  /** A duration such as 500ms, 30s, 6h or 3d. */
  public Duration duration(String key, Duration otherwise) {
    return value(key, otherwise, Durations::parse);
  }

  /** A whole number from {@code least} to {@code most}. */
  public int number(String key, int otherwise, int least, int most) {
    return value(
        key,
        otherwise,
        text -> {
          int number = Integer.parseInt(text);
          if (number < least || number > most) {
            throw new NumberFormatException();
          }
          return number;
        },
        "a whole number from " + least + " to " + most);
  }

  /** One of a few words, which are written as they stand here. */
  public <T> T choice(String key, Map<String, T> words, T otherwise) {
    return value(
        key,
        otherwise,
        text -> {
          if (!words.containsKey(text)) {
            throw new IllegalArgumentException();
          }
          return words.get(text);
        },
        "one of " + String.join(", ", new TreeSet<>(words.keySet())));
  }

  /**
   * A value read by a function of its own.
   *
   * @param parse throws IllegalArgumentException, with what was expected as its message
   */
  public <T> T value(String key, T otherwise, Function<String, T> parse) {
    return value(key, otherwise, parse, null);
  }

  private <T> T value(String key, T otherwise, Function<String, T> parse, String expected) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return parse.apply(text.get());
    } catch (IllegalArgumentException e) {
      throw invalid(key, expected == null ? e.getMessage() : "expected " + expected);
    }
  }

  /** The complaint about the value of a key. */
  public SettingsException invalid(String key, String expected) {
    String got = text(key).map(value -> ", got '" + value + "'").orElse("");
    return new SettingsException(where(key) + ": " + key + ": " + expected + got);
  }

  /** The same about a value that is not to be shown. */
  public SettingsException invalidSecret(String key, String expected) {
    return new SettingsException(where(key) + ": " + key + ": " + expected);
  }

  /** All keys below a prefix, without it. */
  public Map<String, String> section(String prefix) {
    Map<String, String> section = new TreeMap<>();
    for (String name : config.getPropertyNames()) {
      String key = plain(name);
      if (key.startsWith(prefix + ".")) {
        config
            .getOptionalValue(name, String.class)
            .ifPresent(value -> section.put(key.substring(prefix.length() + 1), value));
      }
    }
    return section;
  }

  private String where(String name) {
    String source = config.getConfigValue(name).getSourceName();
    if (source == null) {
      return "settings";
    }
    // SmallRye wraps the name that it was given.
    return source.replaceFirst("^PropertiesConfigSource\\[source=(.*)]$", "$1");
  }

  /** SmallRye quotes map keys that hold dots. */
  private static String plain(String name) {
    return name.replace("\"", "");
  }

  private static String withoutIndex(String key) {
    int bracket = key.indexOf('[');
    return bracket < 0 ? key : key.substring(0, bracket);
  }

  private static String oneLine(String message) {
    return message == null ? "" : message.replaceAll("\\s+", " ");
  }
}
