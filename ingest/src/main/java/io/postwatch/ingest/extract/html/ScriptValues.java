// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads the objects, lists and strings that stand in JSON or JavaScript, also in code around them;
 * never fails, in one pass. Numbers and names are read as text. Larger objects and lists without a
 * sign of an embed are left out: most of a state is none of ours.
 */
final class ScriptValues {
  private static final int MAX_DEPTH = 200;

  /** Values built of one script: the states of the largest pages have some 50,000. */
  private static final int MAX_VALUES = 500_000;

  /** Characters of parts that are kept without a sign: the author of a post, an embed's data. */
  private static final int SMALL = 1000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String script;
  private final Predicate<String> leftOut;
  private final ScriptTokens tokens;
  private final int[] signs;
  private int signsPassed;
  private int at;
  private int values;

  /** Where the last small part ends: those in it are not measured again. */
  private int smallUntil;

  /** The next of each kind, at or behind the last string that was looked at. */
  private int backslash = -1;

  private int newline = -1;

  private ScriptValues(String script, int[] signs, Predicate<String> leftOut) {
    this.script = script;
    this.signs = signs;
    this.leftOut = leftOut;
    this.tokens = new ScriptTokens(script, MAX_DEPTH);
  }

  /**
   * The outermost objects, lists and strings of a script in its order.
   *
   * @param leftOut tells names whose values are left out where the script assigns them
   */
  static List<JsonNode> in(String script, Predicate<String> leftOut) {
    int[] signs = EmbedSigns.positions(script);
    return signs.length == 0 ? List.of() : new ScriptValues(script, signs, leftOut).outermost();
  }

  private List<JsonNode> outermost() {
    List<JsonNode> found = new ArrayList<>();
    while (skipGaps() && values < MAX_VALUES && signsPassed() < signs.length) {
      char c = script.charAt(at);
      if (c == '{' || c == '[' || ScriptTokens.isQuote(c)) {
        int start = at;
        JsonNode value = value(0);
        if (!value.isMissingNode() && !isLeftOut(start)) {
          found.add(value);
        }
      } else {
        at++;
      }
    }
    return found;
  }

  private boolean isLeftOut(int start) {
    String name = AssignedName.before(script, start);
    return !name.isEmpty() && leftOut.test(name);
  }

  private JsonNode value(int depth) {
    values++;
    char c = script.charAt(at);
    if (ScriptTokens.isQuote(c)) {
      return TextNode.valueOf(string(c));
    }
    if ((c != '{' && c != '[' && c != '(') || depth >= MAX_DEPTH) {
      return TextNode.valueOf(word());
    }
    int before = signsPassed();
    int start = at;
    if (passOver(depth)) {
      return MissingNode.getInstance();
    }
    at++;
    JsonNode value = c == '{' ? object(depth + 1) : list(depth + 1, c == '[' ? ']' : ')');
    boolean kept = signsPassed() > before || at - start <= SMALL;
    return kept ? value : MissingNode.getInstance();
  }

  /** Passes over a larger part without a sign, building nothing; in linear time. */
  private boolean passOver(int depth) {
    int limit = signsPassed < signs.length ? signs[signsPassed] : script.length();
    if (limit - at <= SMALL || at < smallUntil || tokens.isOpen(at)) {
      return false;
    }
    int end = tokens.bracketEnd(at, depth, limit);
    if (end < 0 || end > limit) {
      return false;
    }
    if (end - at <= SMALL) {
      smallUntil = end;
      return false;
    }
    at = end;
    return true;
  }

  private int signsPassed() {
    while (signsPassed < signs.length && signs[signsPassed] < at) {
      signsPassed++;
    }
    return signsPassed;
  }

  private ObjectNode object(int depth) {
    ObjectNode object = NODES.objectNode();
    while (skipGaps() && values < MAX_VALUES) {
      char c = script.charAt(at);
      if (c == '}') {
        at++;
        break;
      }
      if (ScriptTokens.isCloser(c)) {
        break;
      }
      int start = at;
      JsonNode key = value(depth);
      if (skipGaps() && script.charAt(at) == ':') {
        at++;
        if (skipGaps() && !ScriptTokens.isCloser(script.charAt(at))) {
          set(object, key.asText(), value(depth));
        }
      } else if (key.isContainerNode()) {
        // Code in braces: what stands in it is kept under a key that no object has.
        set(object, "{" + values, isLeftOut(start) ? MissingNode.getInstance() : key);
      }
    }
    return object;
  }

  private static void set(ObjectNode object, String key, JsonNode value) {
    if (!value.isMissingNode()) {
      object.set(key, value);
    }
  }

  private ArrayNode list(int depth, char end) {
    ArrayNode list = NODES.arrayNode();
    while (skipGaps() && values < MAX_VALUES) {
      char c = script.charAt(at);
      if (c == end) {
        at++;
        break;
      }
      if (ScriptTokens.isCloser(c)) {
        break;
      }
      JsonNode value = value(depth);
      if (!value.isMissingNode()) {
        list.add(value);
      }
    }
    return list;
  }

  /** False at the end. */
  private boolean skipGaps() {
    at = tokens.gapEnd(at);
    return at < script.length();
  }

  private int endOr(int index) {
    return index < 0 ? script.length() : index;
  }

  private String word() {
    int start = at;
    at = tokens.wordEnd(at);
    return script.substring(start, at);
  }

  /** Up to the closing quote, or, unless a template, the end of the line. */
  private String string(char quote) {
    int start = ++at;
    int end = endOr(script.indexOf(quote, start));
    if (backslash < start) {
      backslash = endOr(script.indexOf('\\', start));
    }
    if (newline < start) {
      newline = endOr(script.indexOf('\n', start));
    }
    if (end < backslash && (end < newline || quote == '`')) {
      at = Math.min(end + 1, script.length());
      return script.substring(start, end);
    }
    return escapedString(quote);
  }

  private String escapedString(char quote) {
    int start = at;
    StringBuilder text = new StringBuilder();
    while (at < script.length()) {
      char c = script.charAt(at);
      if (c == quote || c == '\n' && quote != '`') {
        break;
      }
      if (c == '\\' && at + 1 < script.length()) {
        text.append(script, start, at);
        unescape(text);
        start = at;
      } else {
        at++;
      }
    }
    text.append(script, start, at);
    at = Math.min(at + 1, script.length());
    return text.toString();
  }

  private void unescape(StringBuilder text) {
    char c = script.charAt(at + 1);
    at += 2;
    switch (c) {
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case 'r' -> text.append('\r');
      case 'b', 'f', 'v' -> text.append(' ');
      case 'u' -> appendCode(text, 4);
      case 'x' -> appendCode(text, 2);
      case '\n' -> {
        // A line that goes on in the next.
      }
      default -> text.append(c);
    }
  }

  /** Nothing for what is no code, or NUL. */
  private void appendCode(StringBuilder text, int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = at + i < script.length() ? Character.digit(script.charAt(at + i), 16) : -1;
      if (digit < 0) {
        return;
      }
      value = value * 16 + digit;
    }
    at += digits;
    if (value != 0) {
      text.append((char) value);
    }
  }
}
