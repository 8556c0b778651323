// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.postwatch.ingest.source.warc.WarcFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AnyBytesTest {
  private static final String QUOTE =
      "<p>News.</p><blockquote class=\"twitter-tweet\"><p>Flood</p>&mdash; Ana (@ana)"
          + " <a href=\"https://twitter.com/ana/status/1897000000000000001\">March 4, 2025</a>";

  private static final String STATUS =
      "{\"id_str\":\"1897000000000000001\",\"full_text\":\"Flood https://t.co/AAAAAAAAAA\","
          + "\"entities\":{\"urls\":[{\"url\":\"https://t.co/AAAAAAAAAA\",\"expanded_url\":\"a\"}]},"
          + "\"user\":{\"screen_name\":\"ana\"},\"created_at\":\"Tue Mar 04 18:00:01 +0000 2025\"}";

  private static final String TOOT =
      "{\"id\":\"114105000000000001\",\"content\":\"<p>Flood</p>\",\"account\":{\"acct\":\"a\"},"
          + "\"url\":\"https://o.example/@a/114105000000000001\"}";

  private static final String LINE =
      "{\"platform\":\"x\",\"text\":\"Flood\",\"postedAt\":\"2025-03-04T18:00:00Z\","
          + "\"links\":[\"a\"],\"article\":{\"url\":\"https://a.example/1\"}}";

  private static final String ANSWER =
      "{\"data\":[{\"id\":\"1897000000000000001\",\"text\":\"Flood\",\"author_id\":\"5\"}],"
          + "\"includes\":{\"users\":[{\"id\":\"5\",\"username\":\"ana\"}]}}";

  private static final List<byte[]> SOUND =
      List.of(
          bytes(String.join("\n", STATUS, TOOT, LINE, ANSWER)),
          bytes("[" + String.join(",\n", STATUS, TOOT, LINE, ANSWER) + "]"),
          bytes("window.YTD.tweets.part0 = [ {\n \"tweet\": " + STATUS + "} ]"),
          WarcFile.plain().page("https://a.example/1", QUOTE).page("b", QUOTE).bytes(),
          WarcFile.packed()
              .page("https://a.example/1", QUOTE)
              .page("b", "Content-Encoding: gzip\r\n", Packed.gzip(QUOTE))
              .page("c", "Content-Encoding: br\r\n", Packed.brotli(bytes(QUOTE)))
              .page("d", "Transfer-Encoding: chunked\r\n", bytes("5\r\n<p>ab\r\n0\r\n\r\n"))
              .bytes(),
          Packed.gzip(LINE + "\n" + LINE),
          Packed.zstd(LINE + "\n" + LINE));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Property(tries = 1000)
  void whateverIsChangedOrCutOffIsReadOrRefused(
      @ForAll @IntRange(max = 6) int kind,
      @ForAll @IntRange(max = 8) int changes,
      @ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = SOUND.get(kind).clone();
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    byte[] cut =
        random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));

    assertThatCode(() -> Reading.of(cut)).doesNotThrowAnyException();
  }
}
