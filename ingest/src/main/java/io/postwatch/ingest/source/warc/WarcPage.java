// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.warc;

import io.postwatch.ingest.extract.ContentDecoder;
import io.postwatch.ingest.source.BrokenContent;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.Origin;
import io.postwatch.ingest.source.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/** The page that a WARC record holds: an answer of a server, or a resource or text by itself. */
final class WarcPage {
  private static final Set<String> READABLE =
      Set.of("text/html", "application/xhtml+xml", "text/plain");

  private static final int OK = 200;

  private WarcPage() {}

  /** The page; empty for records that are no page, such as requests, pictures and redirects. */
  static Optional<Content> of(Origin file, String place, WarcFrames.Frame frame) {
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(frame.bytes()))) {
      reader.setLenient(true);
      Optional<WarcRecord> record = reader.next();
      if (record.isEmpty() || !isPage(record.get())) {
        return Optional.empty();
      }
      if (!frame.isWhole()) {
        return Optional.of(new BrokenContent(place, "larger than 16 MiB; expected one article"));
      }
      return Optional.of(page(file, place, (WarcTargetRecord) record.get()));
    } catch (IOException | IllegalArgumentException e) {
      String reason = "no readable WARC record: " + e.getMessage();
      return Optional.of(new BrokenContent(place, frame.bytes(), reason));
    }
  }

  private static boolean isPage(WarcRecord record) throws IOException {
    if (record instanceof WarcResponse response) {
      return isHttp(record) && response.http().status() == OK && isText(contentType(response));
    }
    return (record instanceof WarcResource || record instanceof WarcConversion)
        && isText(record.headers().first("Content-Type"));
  }

  private static boolean isHttp(WarcRecord record) {
    return record.contentType().base().equals(MediaType.HTTP);
  }

  /** Servers that say nothing mostly send HTML. */
  private static boolean isText(Optional<String> contentType) {
    return contentType.isEmpty()
        || READABLE.contains(contentType.get().split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }

  private static Optional<String> contentType(WarcResponse response) throws IOException {
    return response.http().headers().first("Content-Type");
  }

  private static Content page(Origin file, String place, WarcTargetRecord record)
      throws IOException {
    if (record instanceof WarcResponse response) {
      HttpResponse http = response.http();
      Origin origin = origin(file, record, contentType(response));
      return content(origin, place, HttpPayload.of(http));
    }
    Origin origin = origin(file, record, record.headers().first("Content-Type"));
    return content(origin, place, bounded(record.body().stream()));
  }

  private static Origin origin(Origin file, WarcTargetRecord record, Optional<String> type) {
    // Some crawlers write the address in angle brackets, as an early draft of the format said.
    Optional<String> address =
        record.headers().first("WARC-Target-URI").map(uri -> uri.replaceAll("^<|>$", ""));
    Optional<String> charset =
        type.map(t -> MediaType.parseLeniently(t).parameters().get("charset"));
    return new Origin(file.source(), address, charset);
  }

  private static Content content(Origin origin, String place, byte[] body) {
    return body.length > ContentDecoder.MAX_BYTES
        ? new BrokenContent(place, "larger than 16 MiB; expected one article")
        : new Page(origin, place, body);
  }

  /** One byte more than a page may have says that it is larger. */
  static byte[] bounded(InputStream in) throws IOException {
    return in.readNBytes(ContentDecoder.MAX_BYTES + 1);
  }
}
