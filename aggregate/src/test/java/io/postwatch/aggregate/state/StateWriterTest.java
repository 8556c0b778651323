// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StateWriterTest {
  private static final byte VERSION = 1;

  @Test
  void writersOfOneThreadDoNotWriteIntoEachOther() {
    StateWriter outer = new StateWriter(VERSION);
    outer.text("outer");
    StateWriter inner = new StateWriter(VERSION);
    inner.text("inner");
    byte[] first = inner.toBytes();
    outer.bytes(first);
    byte[] second = outer.toBytes();

    StateWriter next = new StateWriter(VERSION);
    next.text("a text that overwrites what the spare array held");
    next.toBytes();

    assertThat(first).isEqualTo(written("inner"));
    StateReader in = new StateReader("a test", second, VERSION);
    assertThat(in.text()).isEqualTo("outer");
    assertThat(in.bytes()).isEqualTo(first);
  }

  @Test
  void nothingOfALongerValueStaysInAShorterOne() {
    byte[] longer = new byte[3 << 20];
    Arrays.fill(longer, (byte) 9);
    StateWriter one = new StateWriter(VERSION);
    one.bytes(longer);
    one.toBytes();

    assertThat(written("x")).containsExactly(VERSION, 2, 'x');
  }

  private static byte[] written(String text) {
    StateWriter out = new StateWriter(VERSION);
    out.text(text);
    return out.toBytes();
  }
}
