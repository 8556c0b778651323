// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GazetteerFormatTest {
  private static final byte[] FILE = oneTown();

  /** Bytes of the last index, which has no numbers. */
  private static final int EMPTY_INDEX = 16;

  @Test
  void aTownIsReadAsItWasWritten() throws IOException {
    Gazetteer gazetteer = read(FILE);

    assertThat(gazetteer.place(0))
        .isEqualTo(new Place(0, 7L, "Oz", PlaceKind.CITY, "US", null, 1.5, -0.0001, 300));
    assertThat(gazetteer.fame(0)).isEqualTo(200);
    assertThat(gazetteer.name(NameHash.word(NameHash.START, "oz"))).isZero();
    assertThat(gazetteer.rank(0, 0)).isEqualTo(NameRank.ALTERNATE);
    assertThat(gazetteer.is(0, Gazetteer.PERSON)).isTrue();
    assertThat(gazetteer.is(0, Gazetteer.COMMON_WORD)).isFalse();
  }

  @Test
  void anotherFormatIsNamed() {
    byte[] other = FILE.clone();
    other[3]++;

    assertThatThrownBy(() -> read(other))
        .isInstanceOf(IOException.class)
        .hasMessage("begins with 50574702, expected 50574701");
  }

  @Test
  void aPlaceThatIsNotThereIsRefused() {
    byte[] damaged = FILE.clone();
    damaged[damaged.length - EMPTY_INDEX - 1] = 4;

    assertThatThrownBy(() -> read(damaged))
        .isInstanceOf(IOException.class)
        .hasMessage("4 found, expected 0 to 3");
  }

  @Property
  void aCutFileIsRefused(@ForAll @IntRange(max = 1000) int length) {
    byte[] cut = Arrays.copyOf(FILE, length % FILE.length);

    assertThatThrownBy(() -> read(cut))
        .isInstanceOf(IOException.class)
        .hasMessage("the file ends too early");
  }

  @Property
  void aDamagedFileIsReadOrRefused(@ForAll @IntRange(max = 1000) int at, @ForAll byte value) {
    byte[] damaged = FILE.clone();
    damaged[at % FILE.length] = value;

    try {
      assertThat(read(damaged).names()).isLessThanOrEqualTo(1);
    } catch (IOException e) {
      assertThat(e)
          .hasMessageMatching(
              "the file ends too early|.* expected .*|.*64 bits.*|malformed input.*");
    }
  }

  private static Gazetteer read(byte[] file) throws IOException {
    return Gazetteer.read(new ByteArrayInputStream(file));
  }

  /** The town of Oz as the first and only place, in the order of the columns. */
  private static byte[] oneTown() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(Gazetteer.FORMAT);
      Varints.write(out, 1);
      out.writeUTF("US");
      Varints.write(out, 1);
      Varints.write(out, 2);
      out.write("Oz".getBytes(StandardCharsets.UTF_8));
      Varints.write(out, 7);
      out.writeByte(PlaceKind.CITY.ordinal());
      Varints.write(out, 1);
      Varints.write(out, 0);
      Varints.write(out, 0);
      Varints.write(out, 30_000);
      Varints.write(out, 1);
      Varints.write(out, 300);
      out.writeByte(200);
      index(out, 1, NameHash.key(NameHash.word(NameHash.START, "oz")));
      out.writeByte(Gazetteer.PERSON);
      Varints.write(out, 1);
      Varints.write(out, NameRank.ALTERNATE.ordinal());
      index(out, 0, 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void index(DataOutputStream out, int size, long number) throws IOException {
    out.writeInt(size);
    if (size > 0) {
      Varints.write(out, number);
    }
    out.writeInt(1);
    out.writeLong(0);
  }
}
