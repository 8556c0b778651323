// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.windows.WindowSize;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Headers of {@code postwatch.late.v1}: why a record is there. Values are UTF-8 text. */
public final class LateHeaders {
  /** Window sizes it was too late for, e.g. {@code 1m,1h}; all other sizes have counted it. */
  public static final String WINDOWS = "postwatch.late.windows";

  /** Time of the windows' clock when it came, ISO 8601 in UTC. */
  public static final String CLOCK = "postwatch.late.clock";

  private LateHeaders() {}

  /** The headers as they came and the reason, in place of the reason of an earlier time. */
  static Headers added(Headers original, List<WindowSize> sizes, long clock) {
    Headers headers = new RecordHeaders(original);
    set(
        headers,
        WINDOWS,
        sizes.stream().map(WindowSize::toString).collect(Collectors.joining(",")));
    set(headers, CLOCK, Instant.ofEpochMilli(clock).toString());
    return headers;
  }

  private static void set(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
