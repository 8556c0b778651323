// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import static io.postwatch.ingest.source.Packed.gzip;
import static io.postwatch.ingest.source.Packed.joined;
import static io.postwatch.ingest.source.Packed.zstd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static final String PAGE = "Flood in the old town. — Ana (@ana_demo) March 4, 2025\n";
  private static final String LINE =
      "{\"id_str\":\"1897000000000000001\",\"text\":\"Flood\",\"user\":{\"screen_name\":\"ana\"}}\n";

  @Test
  void aPackedPageIsReadWhateverItsName() {
    assertThat(Reading.of(gzip(PAGE)).texts()).containsExactly("Flood in the old town.");
    assertThat(Reading.of(zstd(PAGE)).texts()).containsExactly("Flood in the old town.");
    assertThat(Reading.of(gzip(gzip(PAGE))).texts()).containsExactly("Flood in the old town.");
    assertThat(Reading.of(gzip(gzip(gzip(PAGE)))).failures())
        .singleElement()
        .asString()
        .contains("binary content (gzip)");
  }

  @Test
  void allPartsOfAPackedFileAreReadEvenWhereAPipeHasNothingMoreAtTheMoment() {
    byte[] parts = joined(gzip(LINE), gzip(LINE), new byte[512]);
    InputStream oneByOne =
        new FilterInputStream(new ByteArrayInputStream(parts)) {
          @Override
          public int available() {
            return 0;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(length, 1));
          }
        };

    assertThat(Reading.of(oneByOne, 0).texts()).containsExactly("Flood", "Flood");
  }

  @Test
  void whatAPackedFileHoldsBeforeItIsCutOffOrBrokenIsRead() {
    byte[] whole = joined(gzip(LINE), gzip(LINE + LINE));
    byte[] cut = Arrays.copyOf(whole, whole.length - 9);
    byte[] broken = whole.clone();
    broken[whole.length - 8] ^= 1;

    assertThat(Reading.of(cut).posts()).hasSizeBetween(1, 3);
    assertThat(Reading.of(cut).failures())
        .singleElement()
        .asString()
        .contains("gzip that ends too early");
    assertThat(Reading.of(broken).failures())
        .singleElement()
        .asString()
        .contains("broken gzip (wrong checksum)");
    assertThat(Reading.of(joined(gzip(LINE), LINE.getBytes())).failures())
        .singleElement()
        .asString()
        .contains("no gzip where a further part of it should begin");
    assertThat(Reading.of(joined(gzip(LINE), LINE.getBytes())).texts()).containsExactly("Flood");
  }

  @Test
  void aBombIsPutOut() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
      out.write(LINE.getBytes());
      byte[] blank = new byte[1 << 20];
      Arrays.fill(blank, (byte) ' ');
      for (int i = 0; i < 100; i++) {
        out.write(blank);
      }
      out.write(LINE.getBytes());
    }

    Reading reading = Reading.of(bomb.toByteArray());

    assertThat(reading.texts()).containsExactly("Flood");
    assertThat(reading.failures()).singleElement().asString().contains("more than 300 times");
  }

  @Test
  void aPageBeyondAllSizesIsRefusedWithoutBeingKept() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };

    assertThat(Reading.of(endless, 0).failures())
        .containsExactly("larger than 16 MiB; expected one article");
  }

  @Test
  void proseInBracketsIsNoJson() {
    assertThat(Reading.of("[Update] " + PAGE).posts()).hasSize(1);
    assertThat(Reading.of("{Update} " + PAGE).posts()).hasSize(1);
  }

  @Test
  void readingGoesOnBehindWhatWasReadBefore() {
    String lines = LINE.replace("Flood", "one") + "\n" + LINE.replace("Flood", "two") + "{\n";
    Reading all = Reading.of(gzip(lines));

    assertThat(all.positions()).containsExactly(1L, 2L, 3L);
    assertThat(Reading.of(gzip(lines), 1).texts()).containsExactly("two");
    assertThat(Reading.of(gzip(lines), 1).failures())
        .singleElement()
        .asString()
        .startsWith("line 4: ");
    assertThat(Reading.of(gzip(lines), 3).posts()).isEmpty();
    assertThat(Reading.of(gzip(lines), 3).failures()).isEmpty();
    assertThat(Reading.of(PAGE.getBytes(), 1).posts()).isEmpty();
  }
}
