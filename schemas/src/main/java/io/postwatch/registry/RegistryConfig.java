// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/**
 * How to reach a registry; the keys are Confluent's, each also with the prefix {@code
 * schema.registry.}.
 *
 * @param urls the base URLs as configured, at least one
 * @param userInfo {@code user:password} for basic authentication, unless a URL carries its own
 * @param tries how often each request goes round the URLs, 1 or more
 * @param firstPause wait after the first round without an answer; doubles from round to round
 * @param cacheCapacity entries that each cache of the client holds at most
 * @param ssl the settings under {@code schema.registry.ssl.}, without that prefix's first two parts
 */
record RegistryConfig(
    List<String> urls,
    Optional<String> userInfo,
    Duration connectTimeout,
    Duration readTimeout,
    int tries,
    Duration firstPause,
    Duration longestPause,
    int cacheCapacity,
    Map<String, Object> ssl) {

  static final String URL = "schema.registry.url";
  private static final String PREFIX = "schema.registry.";
  private static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
  private static final String USER_INFO = "basic.auth.user.info";
  private static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
  private static final String READ_TIMEOUT = "http.read.timeout.ms";
  private static final String MAX_RETRIES = "max.retries";
  private static final String RETRY_WAIT = "retries.wait.ms";
  private static final String RETRY_MAX_WAIT = "retries.max.wait.ms";
  private static final String CACHE_CAPACITY = "max.schemas.per.subject";

  private static final ConfigDef DEFINITION =
      new ConfigDef()
          .define(URL, Type.LIST, Importance.HIGH, "Base URLs of the registry, tried in turn")
          .define(
              CREDENTIALS_SOURCE,
              Type.STRING,
              "URL",
              ConfigDef.ValidString.in("URL", "USER_INFO"),
              Importance.MEDIUM,
              "Where basic authentication's user and password stand")
          .define(USER_INFO, Type.PASSWORD, "", Importance.MEDIUM, "user:password")
          .define(
              CONNECT_TIMEOUT,
              Type.INT,
              10_000,
              Range.atLeast(1),
              Importance.LOW,
              "Longest wait for a connection, in milliseconds")
          .define(
              READ_TIMEOUT,
              Type.INT,
              30_000,
              Range.atLeast(1),
              Importance.LOW,
              "Longest wait for a whole answer, in milliseconds")
          .define(
              MAX_RETRIES,
              Type.INT,
              3,
              Range.between(0, 100),
              Importance.LOW,
              "How often a request is repeated")
          .define(
              RETRY_WAIT,
              Type.INT,
              200,
              Range.atLeast(0),
              Importance.LOW,
              "First pause before a repetition, in milliseconds")
          .define(
              RETRY_MAX_WAIT,
              Type.INT,
              5_000,
              Range.atLeast(0),
              Importance.LOW,
              "Longest pause before a repetition, in milliseconds")
          .define(
              CACHE_CAPACITY,
              Type.INT,
              1000,
              Range.atLeast(1),
              Importance.LOW,
              "Entries that each cache holds at most");

  /**
   * Reads the settings.
   *
   * @throws ConfigException one line naming the key and what was expected
   */
  static RegistryConfig of(Map<String, ?> settings) {
    Map<String, Object> known = new HashMap<>();
    for (String key : DEFINITION.names()) {
      Object prefixed = key.equals(URL) ? null : settings.get(PREFIX + key);
      Object value = prefixed != null ? prefixed : settings.get(key);
      if (value != null) {
        known.put(key, value);
      }
    }
    AbstractConfig config = new AbstractConfig(DEFINITION, known, Map.of(), false);
    List<String> urls = config.getList(URL).stream().filter(url -> !url.isBlank()).toList();
    if (urls.isEmpty()) {
      throw new ConfigException(URL, settings.get(URL), "expected one URL or several with commas");
    }
    return new RegistryConfig(
        urls,
        userInfo(config),
        Duration.ofMillis(config.getInt(CONNECT_TIMEOUT)),
        Duration.ofMillis(config.getInt(READ_TIMEOUT)),
        config.getInt(MAX_RETRIES) + 1,
        Duration.ofMillis(config.getInt(RETRY_WAIT)),
        Duration.ofMillis(config.getInt(RETRY_MAX_WAIT)),
        config.getInt(CACHE_CAPACITY),
        ssl(settings));
  }

  private static Optional<String> userInfo(AbstractConfig config) {
    if (!config.getString(CREDENTIALS_SOURCE).equals("USER_INFO")) {
      return Optional.empty();
    }
    String userInfo = config.getPassword(USER_INFO).value();
    if (!userInfo.contains(":")) {
      throw new ConfigException(
          USER_INFO + ": expected user:password, as " + CREDENTIALS_SOURCE + " is USER_INFO");
    }
    return Optional.of(userInfo);
  }

  private static Map<String, Object> ssl(Map<String, ?> settings) {
    Map<String, Object> ssl = new HashMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(PREFIX + "ssl.") && value != null) {
            ssl.put(key.substring(PREFIX.length()), value);
          }
        });
    return ssl;
  }

  /** The {@code Authorization} header for the base URL; empty where there are no credentials. */
  Optional<String> authorization(URI base) {
    return userInfo
        .or(() -> Optional.ofNullable(base.getUserInfo()))
        .map(user -> Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
        .map(encoded -> "Basic " + encoded);
  }
}
