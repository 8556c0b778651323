// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of posts in public channels of Telegram; the id is channel and number. */
final class TelegramAddress {
  private static final Pattern CHANNEL = Pattern.compile("[A-Za-z]\\w{3,31}");

  private TelegramAddress() {}

  static Optional<PostAddress> parse(WebAddress address) {
    int at = address.part(0).equals("s") ? 1 : 0;
    // In a group with topics the topic's number stands between.
    boolean inTopic = Digits.of(address.part(at + 2)).isPresent();
    return of(address.part(at), address.part(inTopic ? at + 2 : at + 1));
  }

  /** Reads the widget's {@code channel/123}. */
  static Optional<PostAddress> post(String text) {
    String[] parts = text.strip().split("/", 3);
    return parts.length == 2 ? of(parts[0], parts[1]) : Optional.empty();
  }

  private static Optional<PostAddress> of(String channel, String number) {
    if (!CHANNEL.matcher(channel).matches()) {
      return Optional.empty();
    }
    String handle = channel.toLowerCase(Locale.ROOT);
    return Digits.of(number)
        .filter(id -> id.length() <= 12)
        .map(id -> handle + "/" + id)
        .map(id -> new PostAddress("telegram", id, handle, "https://t.me/" + id));
  }
}
