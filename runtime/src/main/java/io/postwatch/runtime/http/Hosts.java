// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names by which a server is called. A page of somebody else can make a browser call it by the
 * page's own name (DNS rebinding), and would read the answer; an address cannot be had by that.
 *
 * @param names in lower case
 */
record Hosts(Set<String> names) {
  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  static Hosts of(Collection<String> names) {
    return new Hosts(
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Whether a request is meant for this server.
   *
   * @param header its Host; null where there is none
   */
  boolean include(String header) {
    if (header == null) {
      return false;
    }
    String host = PORT.matcher(header.toLowerCase(Locale.ROOT)).replaceFirst("");
    return names.contains(host)
        || V4.matcher(host).matches()
        || host.startsWith("[") && host.endsWith("]");
  }
}
