// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes pages as a crawler does: one packed record (ISO 28500) for each answer. */
final class WarcFile {
  private WarcFile() {}

  /** Writes the pages in turn until the file holds that many bytes of them. */
  static void write(Path file, List<byte[]> pages, long bytes) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      long written = 0;
      for (int i = 0; written < bytes; i++) {
        byte[] page = pages.get(i % pages.size());
        out.write(record(i, page));
        written += page.length;
      }
    }
  }

  private static byte[] record(int number, byte[] page) throws IOException {
    byte[] http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\nContent-Length: %d\r\n\r\n"
            .formatted(page.length)
            .getBytes(StandardCharsets.US_ASCII);
    String head =
        """
        WARC/1.0\r
        WARC-Type: response\r
        WARC-Date: 2026-11-22T00:00:00Z\r
        WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012d>\r
        WARC-Target-URI: https://news.example/%d\r
        Content-Type: application/http; msgtype=response\r
        Content-Length: %d\r
        \r
        """
            .formatted(number, number, http.length + page.length);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(http);
      out.write(page);
      out.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    return packed.toByteArray();
  }
}
