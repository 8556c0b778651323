// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDecoderTest {
  private static final String TEXT = "Überschwemmung in Nürnberg — «Süddeutsche» №1 Żółw Київ";

  @Test
  void validUtf8IsUtf8WhateverThePageDeclares() throws Exception {
    String page = "<meta charset=\"windows-1251\"><p>" + TEXT;
    assertThat(ContentDecoder.decode(page.getBytes(StandardCharsets.UTF_8))).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkDecidesAndIsLeftOut(String charset) throws Exception {
    byte[] bytes = ("\ufeff" + TEXT).getBytes(Charset.forName(charset));
    assertThat(ContentDecoder.decode(bytes)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16IsKnownWithoutItsMarkByTheSideOfItsNuls(String charset) throws Exception {
    String page = "<html><p>Flood in Brest, 200 people evacuated</p></html>";
    assertThat(ContentDecoder.decode(page.getBytes(Charset.forName(charset)))).isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, Пожар в Одессе",
    "ISO-8859-2, Żółw łódź",
    "Shift_JIS, 東京で地震",
    "GBK, 北京洪水"
  })
  void aDeclaredCharsetIsUsedWhereTheBytesAreNoUtf8(String charset, String text) throws Exception {
    String page = "<meta http-equiv='Content-Type' content='text/html; charset=%s'><p>%s</p>";
    String written = page.formatted(charset, text);
    assertThat(ContentDecoder.decode(written.getBytes(Charset.forName(charset))))
        .isEqualTo(written);
  }

  @Test
  void sevenBitCharsetsAreKnownByTheirDeclarationOnly() throws Exception {
    String page = "<meta charset=iso-2022-jp><p>東京で地震</p>";
    assertThat(ContentDecoder.decode(page.getBytes(Charset.forName("ISO-2022-JP"))))
        .isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<meta charset=\"no-such-charset\">", "<meta charset=iso-8859-1>"})
  void windows1252IsTheLastResort(String declaration) throws Exception {
    String page = declaration + "<p>“Café” – 20 €</p>";
    assertThat(ContentDecoder.decode(page.getBytes(Charset.forName("windows-1252"))))
        .isEqualTo(page);
  }

  @Test
  void anEmptyFileIsAnEmptyText() throws Exception {
    assertThat(ContentDecoder.decode(new byte[0])).isEmpty();
  }

  @Test
  void nulBytesMeanBinaryContent() {
    byte[] bytes = {1, 2, 0, 0, 3, 0, 7, 9};
    assertThatThrownBy(() -> ContentDecoder.decode(bytes))
        .isInstanceOf(UnreadableContentException.class)
        .hasMessage("binary content (NUL bytes), expected HTML or text");
  }

  @Test
  void commonBinaryFormatsAreNamed() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(TEXT.getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> ContentDecoder.decode(zipped.toByteArray()))
        .hasMessage("binary content (gzip), expected HTML or text");
    assertThatThrownBy(() -> ContentDecoder.decode("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("binary content (PDF), expected HTML or text");
  }

  @Test
  void moreThanTheLimitIsRefusedWithBothSizes() {
    assertThatThrownBy(() -> ContentDecoder.decode(new byte[(16 << 20) + 1]))
        .isInstanceOf(UnreadableContentException.class)
        .hasMessage("16777217 bytes, expected HTML or text of at most 16777216");
  }

  @Test
  void aPageThatIsNotTheUtf8ItDeclaresIsReadAsTheWebsFallback() throws Exception {
    String page = "<meta charset=utf-8><p>Protesta en París, huelga en Córdoba</p>";

    assertThat(ContentDecoder.decode(page.getBytes(Charset.forName("windows-1252"))))
        .isEqualTo(page);
  }

  @Test
  void aTextInUtf8ThatAToolCutInTheMiddleOfALetterStaysUtf8() throws Exception {
    byte[] cut = ("Пожар в Одессе " + TEXT).getBytes(StandardCharsets.UTF_8);
    cut[1] = ' ';

    assertThat(ContentDecoder.decode(cut)).contains("жар в Одессе", TEXT);
  }

  @Test
  void oneBadByteDoesNotMakeAPageInUtf8AnythingElse() throws Exception {
    byte[] page =
        "<meta charset=utf-8><p>Protesta en París, huelga en Córdoba ¿</p>"
            .getBytes(StandardCharsets.UTF_8);
    byte[] cut =
        Arrays.copyOf(page, page.length - "\u00BF</p>".getBytes(StandardCharsets.UTF_8).length + 1);

    assertThat(ContentDecoder.decode(cut)).contains("París", "Córdoba").endsWith("\uFFFD");
  }
}
