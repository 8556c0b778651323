// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/** What one thread reads records with. */
final class DecodingState {
  /** Schemas whose readers are kept; the longest unused goes first. */
  private static final int CAPACITY = 1000;

  private final Map<Integer, RecordReader> readers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, RecordReader> eldest) {
          return size() > CAPACITY;
        }
      };

  private BinaryDecoder decoder;

  /** The reader of the schema with this id, loaded where missing. */
  RecordReader reader(int schemaId, IntFunction<RecordReader> loader) {
    RecordReader known = readers.get(schemaId);
    if (known == null) {
      known = loader.apply(schemaId);
      readers.put(schemaId, known);
    }
    return known;
  }

  /** The value after the header; nothing may follow it. */
  Object read(RecordReader reader, byte[] record) throws IOException {
    decoder =
        DecoderFactory.get()
            .binaryDecoder(record, WireFormat.HEADER, record.length - WireFormat.HEADER, decoder);
    return reader.read(record, decoder);
  }
}
