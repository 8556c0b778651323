// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.extract.post.FoundPost;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostContextTest {
  private static final FoundPost SQUARE = post("1", "They are on the main square");
  private static final FoundPost CITY = post("2", "Almaty tonight");
  private static final FoundPost WORDLESS = post("3", "");

  private static FoundPost post(String id, String text) {
    return new FoundPost("tiktok", id, "ana", null, text, null, null, List.of(), null);
  }

  @Test
  void aPostsContextIsTheDescriptionAndTheOtherPosts() {
    PostContext context = new PostContext("Unrest in Kazakhstan", List.of(SQUARE, WORDLESS, CITY));

    assertThat(context.of(SQUARE)).isEqualTo("Unrest in Kazakhstan\nAlmaty tonight");
    assertThat(context.of(CITY)).isEqualTo("Unrest in Kazakhstan\nThey are on the main square");
    assertThat(context.of(WORDLESS)).contains("Almaty", "square");
  }

  @Test
  void aPostAloneHasNone() {
    assertThat(new PostContext(null, List.of(SQUARE)).of(SQUARE)).isNull();
  }

  @Test
  void itIsBoundedAndSplitsNoCharacter() {
    String flags = "x" + "\ud83d\udd25".repeat(PostContext.MOST);

    String context = new PostContext(flags, List.of(SQUARE, post("2", flags))).of(SQUARE);

    assertThat(context).hasSizeLessThanOrEqualTo(PostContext.MOST);
    assertThat(context.charAt(context.length() - 1)).matches(Character::isLowSurrogate);
  }
}
