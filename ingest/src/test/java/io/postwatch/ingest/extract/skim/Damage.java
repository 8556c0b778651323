// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * Damages a page as networks, archives and content systems do: flipped bytes, cuts, doubled pieces,
 * pieces of other pages, entities, other charsets.
 *
 * @param random says which; the same seed gives the same damage
 */
record Damage(Random random) {
  private static final String[] SPLINTERS = {
    "<",
    ">",
    "\"",
    "'",
    "&",
    "\\",
    "%",
    "\0",
    "<!--",
    "-->",
    "</p>",
    "<p>",
    "<div>",
    "</div>",
    "<blockquote>",
    "</blockquote>",
    "<script>",
    "</script>",
    "<b>",
    "</b>",
    "<a href=\"",
    "</a>",
    "&#",
    "&amp;",
    "&lt;",
    "&quot;",
    "&#47;",
    "&#x2F;",
    "&#64;",
    "\\u002F",
    "\\/",
    "%2F",
    "\n",
    " ",
    "\u00e9",
    "\u2014",
    "\ud83d\udd25",
    "(@",
    ")",
    "@",
    "9999",
    "99999999999999999999",
    "/status/",
    "May 4, 9999",
    "January 32, 2025",
    "<textarea>",
    "<template>",
    "<svg>",
    "<table><tr><td>",
    "<meta charset=utf-16>",
    "<meta charset=shift_jis>",
    "data-tweet-id=\"x\"",
  };

  static Damage of(long seed) {
    return new Damage(new Random(seed));
  }

  /** One to six blows. */
  byte[] to(byte[] page) {
    byte[] damaged = page;
    int blows = 1 + random.nextInt(6);
    for (int i = 0; i < blows; i++) {
      damaged = blow(damaged);
    }
    return damaged;
  }

  private byte[] blow(byte[] page) {
    int at = random.nextInt(page.length + 1);
    int length = Math.min(1 + random.nextInt(200), page.length - at);
    return switch (random.nextInt(8)) {
      case 0 -> flipped(page);
      case 1 -> Arrays.copyOf(page, at);
      case 2 -> joined(page, at, new byte[0], at + length);
      case 3 ->
          joined(page, random.nextInt(page.length + 1), Arrays.copyOfRange(page, at, at + length));
      case 4 -> escaped(page, at);
      case 5 -> nested(page, at);
      case 6 -> new String(page, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
      default -> joined(page, at, bytes(SPLINTERS[random.nextInt(SPLINTERS.length)]));
    };
  }

  private byte[] flipped(byte[] page) {
    byte[] flipped = page.clone();
    for (int i = 0; page.length > 0 && i < 1 + random.nextInt(5); i++) {
      flipped[random.nextInt(page.length)] = (byte) random.nextInt(256);
    }
    return flipped;
  }

  /** One sign as a reference or an escape. */
  private byte[] escaped(byte[] page, int at) {
    if (at == page.length || page[at] < 0) {
      return page;
    }
    String form = new String[] {"&#%d;", "&#x%x;", "\\u%04x", "%%%02X"}[random.nextInt(4)];
    return joined(page, at, bytes(form.formatted(page[at])), at + 1);
  }

  /** Between tags, where pages nest, now and then too deep. */
  private byte[] nested(byte[] page, int from) {
    int at = from;
    while (at < page.length && page[at] != '<') {
      at++;
    }
    String tag = new String[] {"<div>", "<b>", "<blockquote>", "<table><td>"}[random.nextInt(4)];
    int most = random.nextInt(16) == 0 ? 600 : 12;
    return joined(page, at, bytes(tag.repeat(1 + random.nextInt(most))));
  }

  private static byte[] joined(byte[] page, int at, byte[] piece) {
    return joined(page, at, piece, at);
  }

  private static byte[] joined(byte[] page, int end, byte[] piece, int start) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(page.length + piece.length);
    out.write(page, 0, end);
    out.writeBytes(piece);
    out.write(page, start, page.length - start);
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
