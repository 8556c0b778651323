// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.ingest.extract.html.Markup;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.Contents;
import io.postwatch.ingest.source.Formats;
import io.postwatch.ingest.source.Origin;
import io.postwatch.ingest.source.Page;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.ingest.watch.WatchLists;
import io.postwatch.schema.EmbeddedPost;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemReaderTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String TWO_POSTS =
      """
      Flood in the old town. — Ana (@ana_demo) March 4, 2025

      The mayor called it the worst in years.

      Schools stay closed tomorrow. — Ben (@ben_demo) March 5, 2025
      """;

  @Test
  void countsWhatItFindsAndGivesWhatTheFilterKeeps() throws Exception {
    ItemReader reader =
        new ItemReader(PostSelection.by(PostFilter.of(List.of("@Ben_Demo"), List.of())));

    ItemReader.Reading reading = reader.read(page("a.txt", bytes(TWO_POSTS)), NOW);

    assertThat(reading.found()).isEqualTo(2);
    assertThat(reading.kept()).extracting(EmbeddedPost::getHandle).containsExactly("ben_demo");
    assertThat(reading.kept()).extracting(EmbeddedPost::getSource).containsExactly("a.txt");
  }

  @Test
  void aDeletionIsPublishedWhateverIsWantedSinceItDoesNotSayWhatThePostWas() throws Exception {
    PostSelection selection =
        new PostSelection(
            PostFilter.of(List.of("@ben"), List.of("flood")), () -> WatchLists.NONE, true);
    String stream =
        "{\"delete\":{\"status\":{\"id_str\":\"20\"}}}\n{\"id_str\":\"21\",\"text\":\"sun\"}";
    InputStream in = new ByteArrayInputStream(bytes(stream));

    try (Contents contents = Formats.open(Origin.of("in"), in, 0)) {
      ItemReader reader = new ItemReader(selection);
      ItemReader.Reading deletion = reader.read(contents.next().orElseThrow(), NOW);
      ItemReader.Reading unwanted = reader.read(contents.next().orElseThrow(), NOW);

      assertThat(deletion.found()).isZero();
      assertThat(deletion.kept()).isEmpty();
      assertThat(deletion.published()).extracting(EmbeddedPost::getPostKey).containsExactly("x:20");
      assertThat(unwanted.found()).isEqualTo(1);
      assertThat(unwanted.published()).isEmpty();
    }
  }

  @Test
  void refusesAPageWhoseEndItWouldPassOver() {
    String page = "<p>".repeat(Markup.MAX_TAGS + 9);

    assertThatThrownBy(
            () ->
                new ItemReader(PostSelection.by(PostFilter.NONE))
                    .read(page("a.html", bytes(page)), NOW))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("more than 400000 tags; expected one article");
  }

  @Test
  void refusesWhatIsNoText() {
    assertThatThrownBy(
            () ->
                new ItemReader(PostSelection.by(PostFilter.NONE))
                    .read(page("a", new byte[] {1, 0, 0, 2}), NOW))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("binary");
  }

  @Test
  void aFaultOfOursIsADeadLetterOfOnePage() {
    Page withoutBytes = new Page(Origin.of("a"), "", null);

    assertThatThrownBy(
            () -> new ItemReader(PostSelection.by(PostFilter.NONE)).read(withoutBytes, NOW))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("a fault in reading it: java.lang.NullPointerException");
  }

  private static Content page(String source, byte[] bytes) {
    return new Page(Origin.of(source), "", bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
