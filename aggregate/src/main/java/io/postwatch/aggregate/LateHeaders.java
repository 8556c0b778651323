// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.state.WindowClocks;
import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.schema.Clock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Headers of {@code postwatch.late.v1}: why a record is there. Values are UTF-8 text. A clock whose
 * windows were all open has none; all windows that are not named have counted the record.
 */
public final class LateHeaders {
  /** Window sizes of the POSTED clock it was too late for, e.g. {@code 1m,1h}. */
  public static final String WINDOWS = "postwatch.late.windows";

  /** Time of the POSTED clock when it came, ISO 8601 in UTC. */
  public static final String CLOCK = "postwatch.late.clock";

  /** Window sizes of the SEEN clock it was too late for. */
  public static final String SEEN_WINDOWS = "postwatch.late.seen-windows";

  /** Time of the SEEN clock when it came, ISO 8601 in UTC. */
  public static final String SEEN_CLOCK = "postwatch.late.seen-clock";

  /**
   * There when the record was put back among the incidents, to be counted in the windows that are
   * named, closed as they are.
   */
  public static final String REPLAYED = "postwatch.late.replayed";

  private LateHeaders() {}

  /** The headers as they came and the reason, in place of the reason of an earlier time. */
  static Headers added(Headers original, List<WindowRule> late, WindowClocks clocks) {
    Headers headers = new RecordHeaders(original).remove(REPLAYED);
    set(headers, WINDOWS, CLOCK, Clock.POSTED, late, clocks);
    set(headers, SEEN_WINDOWS, SEEN_CLOCK, Clock.SEEN, late, clocks);
    return headers;
  }

  private static void set(
      Headers headers,
      String windows,
      String time,
      Clock clock,
      List<WindowRule> late,
      WindowClocks clocks) {
    headers.remove(windows).remove(time);
    String sizes =
        late.stream()
            .filter(window -> window.clock() == clock)
            .map(window -> window.size().toString())
            .collect(Collectors.joining(","));
    if (!sizes.isEmpty()) {
      headers.add(windows, bytes(sizes));
      headers.add(time, bytes(Instant.ofEpochMilli(clocks.now(clock)).toString()));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
