// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import static io.postwatch.ingest.SamplePosts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.schema.EmbeddedPost;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostFilterTest {
  private static final EmbeddedPost POST = post("night_desk", "İstanbul", "Flood");

  @Test
  void noWishKeepsEverything() {
    assertThat(PostFilter.NONE).accepts(POST, post(null));
  }

  @Test
  void handlesMatchInAnyCaseAndWithOrWithoutTheirSign() {
    assertThat(PostFilter.of(List.of("@Night_Desk"), List.of())).accepts(POST);
    assertThat(PostFilter.of(List.of("night_desk"), List.of())).accepts(POST);
    assertThat(PostFilter.of(List.of("night"), List.of())).rejects(POST, post(null));
  }

  @Test
  void hashtagsMatchInAnyCaseAndScript() {
    assertThat(PostFilter.of(List.of(), List.of("#FLOOD"))).accepts(POST);
    assertThat(PostFilter.of(List.of(), List.of("ПРОТЕСТ"))).accepts(post("a", "Протест"));
    assertThat(PostFilter.of(List.of(), List.of("floods"))).rejects(POST);
  }

  @Test
  void severalOfAKindAreAlternativesAndBothKindsMustMatch() {
    PostFilter filter = PostFilter.of(List.of("a", "b"), List.of("x", "y"));

    assertThat(filter).accepts(post("a", "y"), post("b", "x"));
    assertThat(filter).rejects(post("a"), post("a", "z"), post("c", "x"));
  }

  @Test
  void saysWhatItKeepsInAStableOrder() {
    assertThat(PostFilter.of(List.of("b", "@A"), List.of("y", "#X"))).hasToString("@a @b #x #y");
    assertThat(PostFilter.NONE).hasToString("");
  }

  @Test
  void aWordThatCanBeNoNameIsRefused() {
    assertThatThrownBy(() -> PostFilter.of(List.of("two words"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected one word after @");
  }
}
