// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Reads markup that embeds a post out of text that may be escaped once more, or encoded. */
final class HiddenText {
  /** Base64 of {@code <} begins with it. */
  private static final char FIRST_OF_BASE64 = 'P';

  private static final int MIN_BASE64 = 40;

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]++={0,2}+\\s*+");

  private HiddenText() {}

  /**
   * Markup with an embed's sign in it, whether written out, escaped, percent- or base64-encoded.
   */
  static Optional<String> markup(String text) {
    if (text.indexOf('<') >= 0) {
      return signed(text);
    }
    if (text.contains("&lt;")) {
      return signed(Parser.unescapeEntities(text, true));
    }
    if (text.startsWith("%3C") || text.startsWith("%3c")) {
      return percentDecoded(text).flatMap(HiddenText::signed);
    }
    return decoded(text);
  }

  /** A script's text; Angular before its version 16 escapes state in a way of its own. */
  static String script(String data) {
    return data.contains("&q;")
        ? data.replace("&q;", "\"")
            .replace("&l;", "<")
            .replace("&g;", ">")
            .replace("&s;", "'")
            .replace("&a;", "&")
        : data;
  }

  /** Markup with an embed's sign that stands in base64. */
  static Optional<String> decoded(String text) {
    String code = text.strip();
    if (code.length() < MIN_BASE64
        || code.charAt(0) != FIRST_OF_BASE64
        || !BASE64.matcher(code).matches()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(code);
      return signed(new String(bytes, StandardCharsets.UTF_8)).filter(s -> s.startsWith("<"));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<String> percentDecoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }

  private static Optional<String> signed(String markup) {
    return markup.indexOf('<') >= 0 && EmbedSigns.in(markup)
        ? Optional.of(markup)
        : Optional.empty();
  }
}
