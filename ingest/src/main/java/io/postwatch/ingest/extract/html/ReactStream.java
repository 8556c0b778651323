// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of React's server components, which Next.js writes into a page as strings of one stream
 * (react.dev, "Server Components"). A string ends wherever the server had no more to send, also in
 * the middle of a word, so that only the whole stream can be read.
 *
 * <p>A row of the stream has a number and then JSON up to the end of the line, or, longer texts, a
 * {@code T} with their length in bytes of UTF-8. JSON names such a text as {@code "$"} and number.
 */
final class ReactStream {
  private static final String PUSH = "__next_f.push([1,";

  /** Longer streams are cut: the largest have some 3 million characters. */
  private static final int MAX_LENGTH = 8_000_000;

  private static final Pattern TEXT_ROW =
      Pattern.compile("^([0-9a-f]{1,6}):T([0-9a-f]{1,6}),", Pattern.MULTILINE);

  private static final Pattern REFERENCE = Pattern.compile("\"\\$([0-9a-f]{1,6})\"");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final StringBuilder stream = new StringBuilder();

  /** Takes a script that is a part of the stream; false for all others. */
  boolean take(String script) {
    int push = script.indexOf(PUSH);
    if (push < 0) {
      return false;
    }
    int start = script.indexOf('"', push);
    int end = script.lastIndexOf('"');
    if (start < 0 || end <= start || stream.length() + end - start > MAX_LENGTH) {
      return false;
    }
    try {
      stream.append(MAPPER.readValue(script.substring(start, end + 1), String.class));
      return true;
    } catch (JsonProcessingException notOneString) {
      return false;
    }
  }

  /**
   * All of the stream as one script, each long text where it is named first, else by itself; empty
   * without a sign of an embed.
   */
  String script() {
    if (!EmbedSigns.in(stream.toString())) {
      return "";
    }
    Map<String, String> texts = new LinkedHashMap<>();
    String rows = withoutTexts(texts);
    StringBuilder script = new StringBuilder();
    Matcher reference = REFERENCE.matcher(rows);
    int from = 0;
    while (reference.find()) {
      String text = texts.remove(reference.group(1));
      if (text != null) {
        script.append(rows, from, reference.start()).append(TextNode.valueOf(text));
        from = reference.end();
      }
    }
    script.append(rows, from, rows.length());
    texts.values().forEach(text -> script.append('\n').append(TextNode.valueOf(text)));
    return script.toString();
  }

  private String withoutTexts(Map<String, String> texts) {
    StringBuilder rows = new StringBuilder();
    Matcher row = TEXT_ROW.matcher(stream);
    int from = 0;
    while (row.region(from, stream.length()).find()) {
      int end = endOf(row.end(), Integer.parseInt(row.group(2), 16));
      texts.put(row.group(1), stream.substring(row.end(), end));
      rows.append(stream, from, row.start()).append('\n');
      from = end;
    }
    return rows.append(stream, from, stream.length()).toString();
  }

  /** Where a text of so many bytes ends. */
  private int endOf(int start, int bytes) {
    int at = start;
    int left = bytes;
    while (left > 0 && at < stream.length()) {
      char c = stream.charAt(at++);
      // The two halves of a pair have four bytes together.
      left -= c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return at;
  }
}
