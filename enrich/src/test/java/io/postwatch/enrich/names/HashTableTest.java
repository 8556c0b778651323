// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HashTableTest {

  @Property(tries = 200)
  void whatIsWrittenIsReadAgain(@ForAll Map<Integer, Short> any) throws IOException {
    TreeMap<Integer, Short> entries = new TreeMap<>(any);
    entries.values().removeIf(value -> value == 0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HashTable.write(entries, new DataOutputStream(bytes));

    HashTable read = HashTable.read(input(bytes.toByteArray()));

    entries.forEach((hash, value) -> assertThat(read.get(hash)).isEqualTo(value.intValue()));
    for (int hash = -50; hash < 50; hash++) {
      assertThat(read.get(hash)).isEqualTo(entries.getOrDefault(hash, (short) 0).intValue());
    }
  }

  @Test
  void aSizeThatNoModelHasIsRefused() {
    assertThatThrownBy(() -> HashTable.read(input(new byte[] {127, 0, 0, 0})))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected a table");
  }

  private static DataInputStream input(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
