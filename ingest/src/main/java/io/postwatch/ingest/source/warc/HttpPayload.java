// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.warc;

import io.postwatch.ingest.source.GzipMembers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.netpreserve.jwarc.HttpResponse;

/**
 * The body of an answer, unpacked as its headers say, unless its bytes say otherwise: many crawlers
 * unpack what they store and leave the headers as they were.
 */
final class HttpPayload {
  private HttpPayload() {}

  static byte[] of(HttpResponse http) throws IOException {
    byte[] body = WarcPage.bounded(http.body().stream());
    String encoding =
        http.headers().first("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    return body.length == 0 ? body : decoded(body, encoding);
  }

  private static byte[] decoded(byte[] body, String encoding) throws IOException {
    return switch (encoding) {
      case "gzip", "x-gzip" ->
          isGzip(body) ? unpacked(new GzipMembers(new ByteArrayInputStream(body))) : body;
      case "deflate" -> isMarkup(body) ? body : unpacked(inflater(body));
      case "br" -> isMarkup(body) ? body : unpacked(brotli(body));
      default -> body;
    };
  }

  private static byte[] unpacked(InputStream in) throws IOException {
    try (in) {
      return WarcPage.bounded(in);
    }
  }

  private static boolean isGzip(byte[] body) {
    return body.length > 2 && body[0] == 0x1F && body[1] == (byte) 0x8B;
  }

  private static boolean isMarkup(byte[] body) {
    return body[0] == '<' || body[0] == (byte) 0xEF || body[0] == '\n' || body[0] == '\r';
  }

  /** Half of the servers that say deflate send it without zlib's header. */
  private static InputStream inflater(byte[] body) {
    boolean hasHeader = (body[0] & 0x0F) == 8 && body.length > 1 && isZlib(body);
    return new InflaterInputStream(new ByteArrayInputStream(body), new Inflater(!hasHeader));
  }

  private static boolean isZlib(byte[] body) {
    return ((body[0] & 0xFF) << 8 | body[1] & 0xFF) % 31 == 0;
  }

  private static InputStream brotli(byte[] body) throws IOException {
    return new BrotliInputStream(new ByteArrayInputStream(body));
  }
}
