// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.postwatch.ingest.source.UnreadableException;
import java.io.IOException;

/** Parses JSON that anybody may have written. */
final class BoundedJson {
  /** Deep enough for a post in a post in a post; a token in eight bytes is dense already. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(60)
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
    try {
      return READER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new UnreadableException("expected JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UnreadableException("expected JSON: " + e.getMessage());
    }
  }
}
