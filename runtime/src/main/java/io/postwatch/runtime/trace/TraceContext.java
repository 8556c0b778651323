// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * In which trace something happens, as W3C Trace Context and Baggage write it: handed on as it
 * came, from record to record, where it is well-formed and of the size that they allow.
 *
 * @param parent {@code traceparent}; empty where there is none
 * @param state {@code tracestate}; empty where there is none, and without a parent
 * @param baggage {@code baggage}; empty where there is none
 */
public record TraceContext(String parent, String state, String baggage) {
  public static final TraceContext NONE = new TraceContext("", "", "");

  private static final String PARENT = "traceparent";
  private static final String STATE = "tracestate";
  private static final String BAGGAGE = "baggage";

  private static final Pattern PARENT_FORM =
      Pattern.compile(
          "(?<version>[0-9a-e][0-9a-f]|f[0-9a-e])-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}"
              + "-[0-9a-f]{2}(?<more>-[!-~]{0,200})?");

  private static final int MOST_STATE_BYTES = 512;
  private static final int MOST_BAGGAGE_BYTES = 8192;

  /** Of a record; what is not well-formed there is none. */
  public static TraceContext of(Headers headers) {
    // Most records have none, and are many.
    if (headers.lastHeader(PARENT) == null && headers.lastHeader(BAGGAGE) == null) {
      return NONE;
    }
    return of(name -> text(headers.lastHeader(name)));
  }

  /**
   * What started this process, as OpenTelemetry has it handed on in {@code TRACEPARENT}, {@code
   * TRACESTATE} and {@code BAGGAGE}.
   */
  public static TraceContext ofEnvironment(Map<String, String> environment) {
    return of(name -> environment.getOrDefault(name.toUpperCase(Locale.ROOT), ""));
  }

  private static TraceContext of(Function<String, String> values) {
    String parent = values.apply(PARENT).strip();
    boolean isParent = isParent(parent);
    return new TraceContext(
        isParent ? parent : "",
        isParent ? printable(values.apply(STATE), MOST_STATE_BYTES) : "",
        printable(values.apply(BAGGAGE), MOST_BAGGAGE_BYTES));
  }

  /** Versions after the first may add something. */
  private static boolean isParent(String text) {
    Matcher parent = PARENT_FORM.matcher(text);
    return parent.matches()
        && (parent.group("more") == null || !parent.group("version").equals("00"));
  }

  private static String text(Header header) {
    return header == null || header.value() == null || header.value().length > MOST_BAGGAGE_BYTES
        ? ""
        : new String(header.value(), StandardCharsets.ISO_8859_1);
  }

  private static String printable(String value, int most) {
    String text = value.strip();
    return text.length() <= most && text.chars().allMatch(c -> c >= ' ' && c <= '~') ? text : "";
  }

  public boolean isEmpty() {
    return parent.isEmpty() && baggage.isEmpty();
  }

  /** Puts it into a record's headers, in place of any that is there. */
  public void writeTo(Headers headers) {
    write(headers, PARENT, parent);
    write(headers, STATE, state);
    write(headers, BAGGAGE, baggage);
  }

  private static void write(Headers headers, String name, String value) {
    headers.remove(name);
    if (!value.isEmpty()) {
      headers.add(name, value.getBytes(UTF_8));
    }
  }
}
