// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import static io.postwatch.ingest.SamplePosts.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.watch.WatchedLists;
import io.postwatch.schema.EmbeddedPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostSelectionTest {
  private static final PostFilter BY_ANN = PostFilter.of(List.of("ann"), List.of());

  @TempDir Path directory;
  private WatchedLists lists;

  @BeforeEach
  void writeLists() throws IOException {
    Path file =
        Files.writeString(directory.resolve("lists.yaml"), "lists: {rivers: {any: '#flood'}}");
    lists = WatchedLists.of(file);
  }

  @Test
  void everyPostThatIsKeptCarriesTheListsThatWatchIt() {
    List<EmbeddedPost> kept =
        new PostSelection(BY_ANN, lists, false)
            .of(List.of(post("ann", "flood"), post("ann", "sun"), post("ben", "flood")));

    assertThat(kept)
        .extracting(EmbeddedPost::getWatchLists)
        .containsExactly(List.of("rivers"), List.of());
  }

  @Test
  void watchedOnlyDropsWhatNobodyWatches() {
    PostSelection selection = new PostSelection(PostFilter.NONE, lists, true);

    assertThat(selection.of(List.of(post("ann", "sun"), post("ben", "flood"))))
        .extracting(EmbeddedPost::getHandle)
        .containsExactly("ben");
  }

  @Test
  void selectionsThatKeepOtherPostsReadDifferently() {
    assertThat(new PostSelection(BY_ANN, lists, true)).hasToString("@ann watch lists");
    assertThat(new PostSelection(BY_ANN, lists, false)).hasToString("@ann");
    assertThat(new PostSelection(PostFilter.NONE, lists, true)).hasToString("watch lists");
  }
}
