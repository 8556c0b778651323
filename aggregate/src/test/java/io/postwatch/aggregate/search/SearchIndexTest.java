// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {
  private static final int MOST = 1_000;

  @TempDir Path directory;

  @Test
  void whatIsPutIsFoundByItselfAboutASecondLater() throws IOException {
    try (SearchIndex index = open()) {
      index.put(0, "a", () -> seen(1));

      Awaitility.await().untilAsserted(() -> assertThat(ids(index)).containsExactly("a"));
    }
  }

  @Test
  void ofTheSameIdTheLatestStaysAndWhatIsRemovedGoes() throws IOException {
    try (SearchIndex index = open()) {
      index.put(0, "a", () -> seen(1));
      index.put(0, "b", () -> seen(2));
      index.put(0, "a", () -> seen(3));
      index.remove("b");
      index.await();

      assertThat(index.newest(new MatchAllDocsQuery(), "seen", Optional.empty(), 10))
          .extracting(Hit::id, hit -> hit.place().value())
          .containsExactly(tuple("a", 3L));
    }
  }

  @Test
  void aTaskThatGoesTakesItsThingsAlong() throws IOException {
    try (SearchIndex index = open()) {
      index.put(0, "a", () -> seen(1));
      index.put(1, "b", () -> seen(2));
      index.drop(0);
      index.await();

      assertThat(ids(index)).containsExactly("b");
    }
  }

  @Test
  void onlyTheNewestAreKept() throws IOException {
    try (SearchIndex index = open()) {
      for (int i = 0; i < 5 * MOST; i++) {
        int at = i;
        index.put(0, "thing" + i, () -> seen(at));
      }
      index.await();

      List<Hit> left = index.newest(new MatchAllDocsQuery(), "seen", Optional.empty(), 5 * MOST);
      assertThat(left).hasSize(MOST);
      assertThat(left.get(MOST - 1).place().value()).isEqualTo(4 * MOST);
    }
  }

  @Test
  void thingsOfTheSameTimeAreAllFoundPageByPage() throws IOException {
    try (SearchIndex index = open()) {
      for (int i = 0; i < 50; i++) {
        index.put(0, "thing" + i, () -> seen(7));
      }
      index.await();

      List<Hit> page = index.newest(new MatchAllDocsQuery(), "seen", Optional.empty(), 20);
      List<Hit> rest =
          index.newest(new MatchAllDocsQuery(), "seen", Optional.of(page.get(19).place()), 50);
      assertThat(Stream.concat(page.stream(), rest.stream()).map(Hit::id).distinct()).hasSize(50);
    }
  }

  @Test
  void aThingThatCannotBeTakenInDoesNotKeepOthersOut() throws IOException {
    try (SearchIndex index = open()) {
      index.put(
          0,
          "a",
          () -> {
            throw new IllegalArgumentException("no such thing");
          });
      index.put(0, "b", () -> seen(1));
      index.await();

      assertThat(ids(index)).containsExactly("b");
    }
  }

  @Test
  void itsFilesAreGoneInTheEndAsAreThoseThatAKilledProcessLeft() throws IOException {
    Path left = Files.createDirectories(directory.resolve("postwatch-search-left"));
    Files.writeString(left.resolve("_0.cfs"), "what a process was writing");
    Path other = Files.writeString(directory.resolve("other"), "of somebody else");

    SearchIndex one = open();
    SearchIndex two = open();
    one.put(0, "a", () -> seen(1));
    one.await();

    assertThat(left).doesNotExist();
    assertThat(ids(one)).containsExactly("a");
    one.close();
    two.close();
    // A stage that is told to stop is closed by whoever told it, and at its end.
    two.close();
    assertThat(directory).isDirectoryNotContaining(path -> !path.equals(other));
    assertThatThrownBy(() -> ids(one)).isInstanceOf(SearchException.class);
  }

  private SearchIndex open() throws IOException {
    return SearchIndex.open("things", Optional.of(directory), "seen", MOST);
  }

  private static List<String> ids(SearchIndex index) {
    return index.newest(new MatchAllDocsQuery(), "seen", Optional.empty(), 10).stream()
        .map(Hit::id)
        .toList();
  }

  private static Document seen(long at) {
    Document document = new Document();
    document.add(new NumericDocValuesField("seen", at));
    document.add(new LongPoint("seen", at));
    return document;
  }
}
