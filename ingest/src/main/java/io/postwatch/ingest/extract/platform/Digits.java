// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids that are numbers. */
final class Digits {
  private static final Pattern ID = Pattern.compile("0*+([1-9]\\d{0,24}+)(?![\\w-]).*+");

  private Digits() {}

  /** The number that a part of an address begins with, without leading zeros. */
  static Optional<String> of(String part) {
    Matcher matcher = ID.matcher(part);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
