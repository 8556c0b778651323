// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
  private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private static Headers headers(String... namesAndValues) {
    Headers headers = new RecordHeaders();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1].getBytes(UTF_8));
    }
    return headers;
  }

  @Test
  void whatHeadersSayIsHandedOnAsItCame() {
    Headers from =
        headers("traceparent", PARENT, "tracestate", "rojo=00f067", "baggage", "desk=night,x=%20");
    Headers to = headers("other", "stays");

    TraceContext.of(from).writeTo(to);

    assertThat(to.lastHeader("traceparent").value()).isEqualTo(PARENT.getBytes(UTF_8));
    assertThat(to.lastHeader("tracestate").value()).isEqualTo("rojo=00f067".getBytes(UTF_8));
    assertThat(to.lastHeader("baggage").value()).isEqualTo("desk=night,x=%20".getBytes(UTF_8));
    assertThat(to.lastHeader("other").value()).isEqualTo("stays".getBytes(UTF_8));
  }

  @Test
  void itTakesThePlaceOfWhatWasThere() {
    Headers to = headers("traceparent", PARENT, "tracestate", "old=1", "baggage", "old=1");

    TraceContext.of(headers("baggage", "new=1")).writeTo(to);

    assertThat(to.toArray()).hasSize(1);
    assertThat(to.lastHeader("baggage").value()).isEqualTo("new=1".getBytes(UTF_8));
  }

  @Test
  void aLaterVersionMayHaveMore() {
    String later = "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-comes";

    assertThat(TraceContext.of(headers("traceparent", later)).parent()).isEqualTo(later);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n"
            + "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
      })
  void aParentThatIsMalformedIsNone(String parent) {
    TraceContext trace = TraceContext.of(headers("traceparent", parent, "tracestate", "a=1"));

    assertThat(trace).isEqualTo(TraceContext.NONE);
  }

  @Test
  void whatIsTooLargeOrNoTextIsLeftOut() {
    TraceContext trace =
        TraceContext.of(
            headers("traceparent", PARENT, "tracestate", "a".repeat(513), "baggage", "a=\u0000"));

    assertThat(trace).isEqualTo(new TraceContext(PARENT, "", ""));
    assertThat(TraceContext.of(headers("baggage", "a".repeat(8193))).isEmpty()).isTrue();
    assertThat(TraceContext.of(headers("baggage", "a".repeat(8192))).isEmpty()).isFalse();
  }

  @Test
  void whatStartedTheProcessIsInItsEnvironment() {
    TraceContext trace =
        TraceContext.ofEnvironment(
            Map.of("TRACEPARENT", PARENT, "TRACESTATE", "a=1", "BAGGAGE", "desk=night"));

    assertThat(trace).isEqualTo(new TraceContext(PARENT, "a=1", "desk=night"));
    assertThat(TraceContext.ofEnvironment(Map.of("TRACEPARENT", "x"))).isEqualTo(TraceContext.NONE);
  }
}
