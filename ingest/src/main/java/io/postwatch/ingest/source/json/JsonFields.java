// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.ingest.extract.CleanText;
import io.postwatch.ingest.source.UnreadableException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads fields of JSON objects as what they should be. */
final class JsonFields {
  /** Names and addresses that are longer are none. */
  static final int MAX_NAME = 2000;

  private JsonFields() {}

  /**
   * A text; null where the field is missing, null or empty.
   *
   * @throws UnreadableException when it is something else
   */
  static String text(JsonNode object, String field, int maxLength) throws UnreadableException {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().length() > maxLength) {
      throw new UnreadableException(
          field + ": expected a string of at most " + maxLength + " characters");
    }
    String text = CleanText.of(value.textValue());
    return text.isEmpty() ? null : text;
  }

  /** A name, handle or address, as {@link #text}. */
  static String name(JsonNode object, String field) throws UnreadableException {
    return text(object, field, MAX_NAME);
  }

  /**
   * An address on the web; null where the field is missing or null.
   *
   * @throws UnreadableException when it is something else
   */
  static String address(JsonNode object, String field) throws UnreadableException {
    String address = name(object, field);
    if (address != null && !address.matches("https?://\\S++")) {
      throw new UnreadableException(field + ": expected an http or https address");
    }
    return address;
  }

  /** Ids come as strings and as numbers. */
  static String id(JsonNode object, String field) throws UnreadableException {
    JsonNode value = object.path(field);
    return value.isIntegralNumber() ? value.asText() : name(object, field);
  }

  /**
   * A moment in ISO 8601; null where the field is missing or null.
   *
   * @throws UnreadableException when it is something else, or after the latest
   */
  static Instant time(JsonNode object, String field, Instant latest) throws UnreadableException {
    String text = name(object, field);
    if (text == null) {
      return null;
    }
    try {
      return believed(field, OffsetDateTime.parse(text).toInstant(), latest);
    } catch (DateTimeException e) {
      throw new UnreadableException(field + ": expected a time in ISO 8601");
    }
  }

  /** Nothing was written before there were posts, nor is from the future. */
  static Instant believed(String field, Instant time, Instant latest) throws UnreadableException {
    if (time.isAfter(latest) || time.isBefore(Instant.EPOCH)) {
      throw new UnreadableException(field + ": expected a time from 1970 to now, not " + time);
    }
    return time;
  }
}
