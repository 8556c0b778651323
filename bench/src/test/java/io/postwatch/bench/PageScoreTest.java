// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.extract.Document;
import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.schema.EmbeddedPost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageScoreTest {
  private static final String ID = "1919000000000000000";

  private static List<EmbeddedPost> found(String date) {
    String page =
        "<blockquote class=twitter-tweet>Gone. — Ana (@ana_demo) <a href='https://x.com/ana_demo/status/"
            + "%s'>%s</a></blockquote>";
    return new PostExtractor()
        .extract(
            new Document("-", page.formatted(ID, date)), Instant.parse("2026-11-22T00:00:00Z"));
  }

  private static GoldPost gold(String id, String day) {
    return new GoldPost("x", id, "ana_demo", Optional.of(LocalDate.parse(day)), true, "canonical");
  }

  @Test
  void aPostIsFoundWhereItsIdIsAndElseMissedAndWrong() {
    PageScore score = PageScore.of(List.of(gold("7", "2025-05-04")), found("May 4, 2025"));

    assertThat(score.hits()).isEmpty();
    assertThat(score.missed()).extracting(GoldPost::id).containsExactly("7");
    assertThat(score.wrong()).extracting(EmbeddedPost::getId).containsExactly(ID);
  }

  @Test
  void aDayByTheIdMayDifferByOneFromTheDayShown() {
    assertThat(hit("2025-05-05").hasRightDay()).isTrue();
    assertThat(hit("2025-05-06").hasRightDay()).isFalse();
    assertThat(hit("2025-05-06").hasRightHandle()).isTrue();
    assertThat(hit("2025-05-06").hasText()).isTrue();
  }

  private static PageScore.Hit hit(String day) {
    PageScore score = PageScore.of(List.of(gold(ID, day)), found("May 4, 2025"));
    assertThat(score.missed()).isEmpty();
    assertThat(score.wrong()).isEmpty();
    return score.hits().get(0);
  }

  @Test
  void pagesWithoutPostsAreInTheTableToo(@TempDir Path directory) throws Exception {
    Path table =
        Files.writeString(
            directory.resolve("gold.tsv"),
            """
            file\tplatform\tpost_id\thandle\tdate_shown\thas_text\tshape
            a.html\t-\t\t\t\t\t
            b.html\tx\t7\tana_demo\t\tno\tiframe
            """);

    assertThat(GoldPost.read(table))
        .isEqualTo(
            Map.of(
                "a.html",
                List.of(),
                "b.html",
                List.of(new GoldPost("x", "7", "ana_demo", Optional.empty(), false, "iframe"))));
  }
}
