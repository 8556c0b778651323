// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import io.postwatch.ingest.extract.ContentDecoder;
import io.postwatch.runtime.Durations;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Manners and limits of fetching.
 *
 * @param contact address or page of whoever runs this, told to every site
 * @param minDelay between the end of one request to a host and the beginning of the next
 * @param timeout for one request: from the first packet to the last byte of the answer
 * @param maxBytes the longest body that is read, before and after decompression
 * @param obeysRobots false only for sites of one's own
 * @param allowsPrivateAddresses true: hosts may have loopback and private addresses
 */
public record FetchSettings(
    Optional<String> contact,
    Duration minDelay,
    Duration timeout,
    int maxBytes,
    boolean obeysRobots,
    boolean allowsPrivateAddresses) {

  public static final FetchSettings DEFAULT =
      new FetchSettings(
          Optional.empty(),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          ContentDecoder.MAX_BYTES,
          true,
          false);

  private static final Pattern CONTACT = Pattern.compile("[!-'*-~]{3,200}");
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);
  private static final int LEAST_BYTES = 1 << 10;
  private static final int MOST_BYTES = 64 << 20;

  /**
   * Reads the section ingest.fetch.
   *
   * @throws SettingsException on a wrong value
   */
  public static FetchSettings from(Settings settings) {
    return new FetchSettings(
        settings.value("ingest.fetch.contact", Optional.empty(), FetchSettings::contact),
        settings.duration("ingest.fetch.min-delay", DEFAULT.minDelay),
        settings.value("ingest.fetch.timeout", DEFAULT.timeout, FetchSettings::timeout),
        settings.number("ingest.fetch.max-bytes", DEFAULT.maxBytes, LEAST_BYTES, MOST_BYTES),
        settings.choice("ingest.fetch.robots", Map.of("obey", true, "ignore", false), true),
        settings.choice(
            "ingest.fetch.allow-private-addresses", Map.of("true", true, "false", false), false));
  }

  /** It goes into a header as it is. */
  private static Optional<String> contact(String text) {
    if (!CONTACT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "expected a URL or an e-mail address, at most 200 characters without spaces");
    }
    return Optional.of(text);
  }

  private static Duration timeout(String text) {
    Duration timeout = Durations.parse(text);
    if (timeout.compareTo(LONGEST_TIMEOUT) > 0 || timeout.isZero()) {
      throw new IllegalArgumentException("expected a duration of at most 10m, such as 30s");
    }
    return timeout;
  }
}
