// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.watch;

import static io.postwatch.ingest.SamplePosts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.schema.EmbeddedPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchListsTest {
  private static final EmbeddedPost POST = post("Night_Desk", "Málaga", "Flood");

  @TempDir Path directory;
  private final AtomicLong nanos = new AtomicLong();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "any: ['@night_desk']                    | true",
        "any: ['#drought', '#FLOOD']             | true",
        "any: '#flood'                           | true",
        "any: ['#drought', '@day_desk']          | false",
        "all: ['@night_desk', '#flood']          | true",
        "all: ['@night_desk', '#drought']        | false",
        "any: ['#flood'], all: ['#malaga']       | true",
        "any: ['#flood'], not: ['@night_desk']   | false",
        "any: ['#flood'], not: ['#drought']      | true",
        "any: ['#málaga']                        | true",
        "any: ['#mälaga']                        | false",
        "any: ['@flood']                         | false",
        "any: ['#night_desk']                    | false",
      })
  void aListWatchesPostsWithAnyAllAndNoneOfItsNames(String rules, boolean watched)
      throws IOException {
    WatchLists lists = read("lists: {desk: {" + rules + "}}");

    assertThat(lists.watching(POST).contains("desk")).isEqualTo(watched);
  }

  @Test
  void aPostCarriesTheNamesOfAllListsThatWatchItInTheFilesOrder() throws IOException {
    WatchLists lists =
        read(
            """
            lists:
              southern desk:
                any: ["#malaga"]
              sport:
                any: ["#cup"]
              a-rivers:
                any: ["#flood"]
            """);

    assertThat(lists.watching(POST)).containsExactly("southern desk", "a-rivers");
    assertThat(lists.watching(post(null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}                                         | : no watch lists; expected some under 'lists'",
        "lists: {}                                  | : no watch lists; expected some under 'lists'",
        "lists: {a: {}}                             | : list 'a' names nothing to watch; expected 'any' or 'all'",
        "lists: {a: {not: ['#x']}}                  | : list 'a' names nothing to watch; expected 'any' or 'all'",
        "lists: {a: {any: ['word']}}                | : list 'a': 'word': expected @handle or #hashtag",
        "lists: {a: {any: ['# x']}}                 | : list 'a': '# x': expected one word after #",
        "lists: {'!': {any: ['#x']}}                | : list '!': expected a name of up to 64 letters, digits, . _ -",
        "lists: {a: {some: ['#x']}}                 | , line 1, column 26: unknown key 'some'; expected one of [all, any, not]",
        "list: {}                                   | , line 1, column 9: unknown key 'list'; expected one of [lists]",
        "lists: {a: {any: '#x'}, a: {any: '#y'}}    | , line 1, column 26: Duplicate field 'a'; expected YAML with @names and #names in quotes",
        "lists: [a]   | , line 1, column 8: expected 'lists:' with a name for each list, and under it any, all or not",
        "lists: {a: {any: [#x]}} | , line 1, column 19: while parsing a flow node; expected YAML with @names and #names in quotes",
      })
  void aMistakeIsToldInOneLineThatSaysWhere(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(WatchListsException.class)
        .hasMessage(directory.resolve("lists.yaml") + message);
  }

  @Test
  void aMissingFileIsToldInOneLine() {
    Path missing = directory.resolve("none.yaml");

    assertThatThrownBy(() -> WatchedLists.of(missing))
        .hasMessage(missing + ": no such file; expected watch lists in YAML");
  }

  @Test
  void aChangedFileIsReadAgainWithinASecond() throws IOException {
    Path file = write("lists: {a: {any: '#flood'}}");
    WatchedLists lists = WatchedLists.of(file, nanos::get);

    write("lists: {bb: {any: '#flood'}}");
    assertThat(lists.get().watching(POST)).containsExactly("a");

    aSecondPasses();
    assertThat(lists.get().watching(POST)).containsExactly("bb");
  }

  @Test
  void aFileReplacedByARenameIsReadAgain() throws IOException {
    WatchedLists lists = WatchedLists.of(write("lists: {a: {any: '#flood'}}"), nanos::get);
    Path next = Files.writeString(directory.resolve("next"), "lists: {bcd: {any: '#flood'}}");

    Files.move(next, directory.resolve("lists.yaml"), StandardCopyOption.REPLACE_EXISTING);
    aSecondPasses();

    assertThat(lists.get().watching(POST)).containsExactly("bcd");
  }

  @Test
  void aBrokenOrMissingFileLeavesTheLastGoodListsInForceUntilItIsMended() throws IOException {
    Path file = write("lists: {a: {any: '#flood'}}");
    WatchedLists lists = WatchedLists.of(file, nanos::get);

    write("lists: [broken");
    aSecondPasses();
    assertThat(lists.get().watching(POST)).containsExactly("a");

    Files.delete(file);
    aSecondPasses();
    assertThat(lists.get().watching(POST)).containsExactly("a");

    write("lists: {mended: {any: '#flood'}}");
    aSecondPasses();
    assertThat(lists.get().watching(POST)).containsExactly("mended");
  }

  private void aSecondPasses() {
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
  }

  private WatchLists read(String yaml) throws IOException {
    return WatchListsFile.read(write(yaml));
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(directory.resolve("lists.yaml"), yaml);
  }
}
