// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import io.postwatch.ingest.extract.post.PostTime;
import io.postwatch.ingest.extract.x.Snowflake;
import io.postwatch.schema.TimePrecision;
import java.time.Instant;
import java.util.Optional;

/** The moment at which a post was written, for platforms whose ids carry it. */
public final class IdTime {
  /** 2010-01-01T00:00:00Z: of these platforms only X is older, and its early ids carry no time. */
  private static final Instant EARLIEST = Instant.ofEpochSecond(1_262_304_000L);

  /**
   * 2011-08-24T21:07:01.721Z, from which Instagram counts (instagram-engineering.com, "Sharding and
   * IDs at Instagram": 41 bits of milliseconds, 13 of shard, 10 of sequence).
   */
  private static final long INSTAGRAM_EPOCH_MILLIS = 1_314_220_021_721L;

  /** Base64 for addresses, in which Instagram writes its numbers from the highest sign on. */
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Base32 in the order of the signs, in which the AT protocol writes times (atproto.com, TID). */
  private static final String BASE32 = "234567abcdefghijklmnopqrstuvwxyz";

  private static final int TID_LENGTH = 13;

  /** Shortcodes of numbers that are more than a plain count; others are from 2010 and 2011. */
  private static final int SHORTCODE_LENGTH = 9;

  private IdTime() {}

  /**
   * The time, with the precision of the id.
   *
   * @param id in the spelling of {@link io.postwatch.schema.EmbeddedPost}
   * @param latest times after it are not believed, nor are those before the platforms' beginning
   */
  public static Optional<PostTime> of(String platform, String id, Instant latest) {
    return switch (platform) {
      case "x" -> number(id).flatMap(n -> Snowflake.timeOf(n, latest)).map(PostTime::ofId);
      case "bluesky" -> bluesky(id).flatMap(at -> believable(at, TimePrecision.MILLIS, latest));
      // 48 bits of milliseconds, 16 of sequence: mastodon's lib/mastodon/snowflake.rb.
      case "mastodon", "truthsocial" ->
          number(id)
              .map(n -> Instant.ofEpochMilli(n >>> 16))
              .flatMap(at -> believable(at, TimePrecision.MILLIS, latest));
      case "instagram", "threads" ->
          instagram(id).flatMap(at -> believable(at, TimePrecision.MILLIS, latest));
      // The upper 32 bits are seconds: Steel, "Just Another Hour on TikTok", arXiv 2504.13279.
      case "tiktok" ->
          number(id)
              .map(n -> Instant.ofEpochSecond(n >>> 32))
              .flatMap(at -> believable(at, TimePrecision.SECOND, latest));
      default -> Optional.empty();
    };
  }

  private static Optional<PostTime> believable(
      Instant at, TimePrecision precision, Instant latest) {
    return at.isBefore(EARLIEST) || at.isAfter(latest)
        ? Optional.empty()
        : Optional.of(PostTime.ofId(at, precision));
  }

  private static Optional<Instant> bluesky(String key) {
    return key.length() == TID_LENGTH
        ? number(key, BASE32).map(n -> Instant.ofEpochMilli((n >>> 10) / 1000))
        : Optional.empty();
  }

  private static Optional<Instant> instagram(String code) {
    return code.length() >= SHORTCODE_LENGTH && code.length() <= 11
        ? number(code, BASE64).map(n -> Instant.ofEpochMilli((n >>> 23) + INSTAGRAM_EPOCH_MILLIS))
        : Optional.empty();
  }

  /** A number written in an alphabet of 32 or 64 signs; empty where it has more than 63 bits. */
  private static Optional<Long> number(String text, String alphabet) {
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = alphabet.indexOf(text.charAt(i));
      if (digit < 0 || number > Long.MAX_VALUE / alphabet.length()) {
        return Optional.empty();
      }
      number = number * alphabet.length() + digit;
    }
    return Optional.of(number);
  }

  private static Optional<Long> number(String digits) {
    try {
      return Optional.of(Long.parseLong(digits));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
