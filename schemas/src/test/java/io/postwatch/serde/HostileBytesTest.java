// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import static io.postwatch.serde.Samples.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.errors.SerializationException;

/** Whatever the bytes, the deserializer reads a value or says that they are none; and goes on. */
class HostileBytesTest {
  private static final Map<String, Object> SETTINGS =
      Map.of("schema.registry.url", "mock://hostile-bytes", "specific.avro.reader", true);

  private final AvroSerializer serializer = new AvroSerializer();
  private final AvroDeserializer deserializer = new AvroDeserializer();
  private final byte[] good;

  HostileBytesTest() {
    serializer.configure(SETTINGS, false);
    deserializer.configure(SETTINGS, false);
    good = serializer.serialize("posts", post("hello"));
  }

  @Property(tries = 2000)
  void anyBytesAfterTheHeader(@ForAll @Size(max = 200) byte[] body) {
    byte[] record = Arrays.copyOf(good, WireFormat.HEADER + body.length);
    System.arraycopy(body, 0, record, WireFormat.HEADER, body.length);

    assertReadOrRefused(record);
  }

  @Property(tries = 2000)
  void anyByteOfAGoodRecordChanged(
      @ForAll @IntRange(max = 1_000_000) int where, @ForAll byte changed) {
    byte[] record = good.clone();
    record[WireFormat.HEADER + where % (good.length - WireFormat.HEADER)] = changed;

    assertReadOrRefused(record);
  }

  private void assertReadOrRefused(byte[] record) {
    try {
      assertThat(deserializer.deserialize("posts", record)).isNotNull();
    } catch (SerializationException e) {
      assertThat(e).hasMessageStartingWith("topic posts value: ");
    }
    assertThat(deserializer.deserialize("posts", good)).isEqualTo(post("hello"));
  }
}
