// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.schema.Clock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Which windows missed an incident that is replayed from {@code postwatch.late.v1}, as its headers
 * say; all others have counted it.
 *
 * @param isReplay whether it is replayed: one that comes for the first time counts in all windows
 * @param sizes names of the sizes by clock
 */
record Missed(boolean isReplay, Map<Clock, Set<String>> sizes) {
  private static final Missed NONE = new Missed(false, Map.of());

  static Missed of(Headers headers) {
    if (headers.lastHeader(LateHeaders.REPLAYED) == null) {
      return NONE;
    }
    Map<Clock, Set<String>> sizes = new EnumMap<>(Clock.class);
    sizes.put(Clock.POSTED, sizes(headers.lastHeader(LateHeaders.WINDOWS)));
    sizes.put(Clock.SEEN, sizes(headers.lastHeader(LateHeaders.SEEN_WINDOWS)));
    return new Missed(true, sizes);
  }

  boolean includes(WindowRule window) {
    return !isReplay || sizes.get(window.clock()).contains(window.size().toString());
  }

  private static Set<String> sizes(Header header) {
    return header == null
        ? Set.of()
        : Arrays.stream(new String(header.value(), StandardCharsets.UTF_8).split(","))
            .collect(Collectors.toUnmodifiableSet());
  }
}
