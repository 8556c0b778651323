// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.postwatch.ingest.source.UnreadableException;
import java.io.IOException;

/** Parses JSON that anybody may have written. */
final class BoundedJson {
  /** Enough for a post in a post in a post. */
  private static final int MAX_DEPTH = 60;

  /** A token in eight bytes is dense already. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH)
          .maxTokenCount(JsonFrames.MAX_VALUE_BYTES / 8)
          .maxStringLength(1 << 20)
          .maxNumberLength(100)
          .build();

  private static final ObjectReader READER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private BoundedJson() {}

  /**
   * Reads one value.
   *
   * @throws UnreadableException when it is no JSON, or beyond all bounds
   */
  static JsonNode read(byte[] bytes) throws UnreadableException {
    try (JsonParser parser = READER.createParser(bytes)) {
      return read(parser);
    } catch (JsonProcessingException e) {
      throw new UnreadableException("expected JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UnreadableException("expected JSON: " + e.getMessage());
    }
  }

  private static JsonNode read(JsonParser parser) throws IOException, UnreadableException {
    try {
      JsonNode value = READER.readTree(parser);
      return value == null ? MissingNode.getInstance() : value;
    } catch (StreamConstraintsException e) {
      boolean isDeep = parser.getParsingContext().getNestingDepth() > MAX_DEPTH;
      throw new UnreadableException(
          isDeep
              ? "nested deeper than " + MAX_DEPTH + "; expected a post"
              : "more values, or longer ones, than posts have; expected a post");
    }
  }
}
