// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import io.postwatch.ingest.source.GzipMembers;
import io.postwatch.ingest.source.web.fetch.FetchException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the body of an answer, decompresses it, and stops where it grows too large. */
final class AnswerBody {
  /** What can hold posts, or is often given as the type of such; sitemaps come gzipped as well. */
  private static final Pattern READABLE =
      Pattern.compile(
          "text/.*+|application/(?:.*[+.-])?+(?:xml|json|rss|atom)|application/(?:octet-stream"
              + "|x-javascript|javascript|gzip|x-gzip)");

  private AnswerBody() {}

  static byte[] read(InputStream content, Map<String, String> headers, BodyLimit limit)
      throws IOException, FetchException {
    checkType(headers.getOrDefault("content-type", ""));
    byte[] sent = bounded(content, limit);
    String encoding = headers.getOrDefault("content-encoding", "identity").strip();
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "identity", "" -> sent;
      case "gzip", "x-gzip" -> unzipped(sent, limit);
      default ->
          throw new FetchException(
              Kind.UNUSABLE, "content encoding '" + encoding + "'; expected gzip or none");
    };
  }

  static boolean isGzip(byte[] body) {
    return body.length > 2 && body[0] == 0x1F && body[1] == (byte) 0x8B;
  }

  /**
   * The content of a gzip stream.
   *
   * @throws FetchException when it is damaged, or larger than allowed
   */
  static byte[] unzipped(byte[] gzip, BodyLimit limit) throws FetchException {
    // The JDK's stream calls itself for each of the members, which may be thousands of empty ones.
    try (InputStream in = new GzipMembers(new ByteArrayInputStream(gzip))) {
      return bounded(in, limit);
    } catch (IOException e) {
      throw new FetchException(Kind.UNUSABLE, "damaged gzip: " + e.getMessage());
    }
  }

  private static byte[] bounded(InputStream in, BodyLimit limit)
      throws IOException, FetchException {
    if (limit.cuts()) {
      return in.readNBytes(limit.bytes());
    }
    byte[] bytes = in.readNBytes(limit.bytes() + 1);
    if (bytes.length > limit.bytes()) {
      throw new FetchException(
          Kind.UNUSABLE, "larger than %d bytes (ingest.fetch.max-bytes)".formatted(limit.bytes()));
    }
    return bytes;
  }

  private static void checkType(String header) throws FetchException {
    String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!type.isEmpty() && !READABLE.matcher(type).matches()) {
      throw new FetchException(
          Kind.UNUSABLE, "content type '%s'; expected HTML, text or a feed".formatted(type));
    }
  }
}
