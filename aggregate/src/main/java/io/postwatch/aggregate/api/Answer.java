// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * An answer as it is sent.
 *
 * @param json the body
 * @param gzip the same, compressed once for all who take it so; null where that is not worth it
 * @param headers what is said besides
 */
record Answer(byte[] json, byte[] gzip, Map<String, String> headers) {
  /** Below it the headers weigh more. */
  private static final int LEAST_COMPRESSED = 1_500;

  private static final String ETAG = "ETag";
  private static final int ETAG_BYTES = 12;

  static Answer of(Object value) {
    byte[] json = bytes(value);
    // Weak, since it is sent compressed and not.
    byte[] gzip = json.length < LEAST_COMPRESSED ? null : compressed(json);
    return new Answer(json, gzip, Map.of(ETAG, "W/\"" + fingerprint(json) + "\""));
  }

  private static byte[] compressed(byte[] json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length / 4);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] bytes(Object value) {
    try {
      return Json.MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written", e);
    }
  }

  /** Whether the body is the one that a request has already, by its header If-None-Match. */
  boolean isKnown(String ifNoneMatch) {
    String etag = headers.get(ETAG);
    if (etag == null || ifNoneMatch == null) {
      return false;
    }
    String opaque = etag.substring(2);
    for (String known : ifNoneMatch.split(",")) {
      String one = known.strip();
      if (one.equals("*") || one.equals(opaque) || one.equals(etag)) {
        return true;
      }
    }
    return false;
  }

  /** How much memory it takes, in bytes, about. */
  int weight() {
    return json.length + (gzip == null ? 0 : gzip.length) + 500;
  }

  private static String fingerprint(byte[] json) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
      return new String(
          Base64.getUrlEncoder().withoutPadding().encode(Arrays.copyOf(digest, ETAG_BYTES)),
          StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
