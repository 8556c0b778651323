// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.warc;

import io.postwatch.ingest.source.Packed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds WARC files, for tests. */
public final class WarcFile {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final boolean isPacked;
  private int number;

  private WarcFile(boolean isPacked) {
    this.isPacked = isPacked;
  }

  public static WarcFile plain() {
    return new WarcFile(false);
  }

  /** With a part of gzip for each record, as crawlers write. */
  public static WarcFile packed() {
    return new WarcFile(true);
  }

  /** What a server answered with 200. */
  public WarcFile page(String url, String httpHeaders, byte[] body) {
    return response(url, "HTTP/1.1 200 OK\r\n" + httpHeaders, body);
  }

  public WarcFile page(String url, String html) {
    return page(
        url, "Content-Type: text/html; charset=utf-8\r\n", html.getBytes(StandardCharsets.UTF_8));
  }

  public WarcFile response(String url, String httpHead, byte[] body) {
    byte[] head = (httpHead + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    return record("response", url, "application/http;msgtype=response", Packed.joined(head, body));
  }

  public WarcFile record(String type, String url, String contentType, byte[] block) {
    String head =
        """
        WARC/1.0\r
        WARC-Type: %s\r
        WARC-Target-URI: %s\r
        WARC-Date: 2025-03-04T18:00:00Z\r
        WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012d>\r
        Content-Type: %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(type, url, number++, contentType, block.length);
    byte[] record =
        Packed.joined(head.getBytes(StandardCharsets.UTF_8), block, new byte[] {13, 10, 13, 10});
    return add(isPacked ? Packed.gzip(record) : record);
  }

  public WarcFile add(byte[] raw) {
    bytes.writeBytes(raw);
    return this;
  }

  public int size() {
    return bytes.size();
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }
}
