// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.ingest.source.web.PollSettings;
import io.postwatch.ingest.source.web.WebSources;
import io.postwatch.ingest.source.web.fetch.FetchSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  private static final WebSources NO_WEB =
      new WebSources(FetchSettings.DEFAULT, PollSettings.DEFAULT, true);
  private static final InputStream NO_INPUT = InputStream.nullInputStream();

  @TempDir Path directory;

  @Test
  void aDirectoryGivesAllFilesBelowItByPath() throws Exception {
    write("b.html");
    write("a/2.txt");
    write("a/1.txt");

    assertThat(names(directory.toString()))
        .containsExactly(path("a/1.txt"), path("a/2.txt"), path("b.html"));
  }

  @Test
  void hiddenFilesAndDirectoriesArePassedOver() throws Exception {
    write("seen.txt");
    write(".hidden");
    write(".git/config");

    assertThat(names(directory.toString())).containsExactly(path("seen.txt"));
  }

  @Test
  void aLinkThatLeadsBackIsPassedOver() throws Exception {
    write("a/1.txt");
    Files.createSymbolicLink(directory.resolve("a/back"), directory);

    assertThat(names(directory.toString())).containsExactly(path("a/1.txt"));
    assertThat(names(path("**/*.txt"))).containsExactly(path("a/1.txt"));
    assertThat(names(path("*/*"))).containsExactly(path("a/1.txt"));
  }

  @Test
  void aGlobLooksNoDeeperThanItCanMatch() {
    assertThat(Glob.depth("/data/g/*.gz")).isEqualTo(1);
    assertThat(Glob.depth("g/*/day-?/[ab].gz")).isEqualTo(3);
    assertThat(Glob.depth("g/{a,b/c}.gz")).isEqualTo(2);
    assertThat(Glob.depth("g/**/*.gz")).isEqualTo(Integer.MAX_VALUE);
    assertThat(Glob.depth("g/day-*/**.gz")).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void aDirectoryWhoseNameMatchesAGlobIsNoFile() throws Exception {
    write("a.gz");
    write("b.gz/1.txt");

    assertThat(names(path("*.gz"))).containsExactly(path("a.gz"));
  }

  @Test
  void aGlobGivesTheFilesItMatchesByPath() throws Exception {
    write("a.html");
    write("b.txt");
    write("deep/er/c.html");
    write(".hidden/d.html");

    assertThat(names(path("*.html"))).containsExactly(path("a.html"));
    assertThat(names(path("**/*.html"))).containsExactly(path("a.html"), path("deep/er/c.html"));
    assertThat(names(path("{a,b}.*"))).containsExactly(path("a.html"), path("b.txt"));
    assertThat(names(path("[ab].?xt"))).containsExactly(path("b.txt"));
    assertThatThrownBy(() -> contents(items(path("*.pdf")).get(0))).hasMessage("no files there");
    assertThatThrownBy(() -> contents(items(path("[z.html")).get(0)))
        .hasMessageStartingWith("not a glob: ");
  }

  @Test
  void aFileWhoseNameLooksLikeAGlobIsAFile() throws Exception {
    write("a[1].html");

    assertThat(names(path("a[1].html"))).containsExactly(path("a[1].html"));
  }

  @Test
  void theSizeOfFilesIsKnownBeforeTheyAreRead() throws Exception {
    write("a/1.txt");
    write("b.txt");

    assertThat(Sources.of(List.of(directory.toString()), NO_INPUT, NO_WEB).get(0).total())
        .hasValue(8);
    assertThat(Sources.of(List.of(path("b.txt")), NO_INPUT, NO_WEB).get(0).total()).hasValue(4);
    assertThat(Sources.of(List.of("-"), NO_INPUT, NO_WEB).get(0).total()).isEmpty();
  }

  @Test
  void anEmptyDirectorySaysSo() {
    assertThatThrownBy(() -> contents(items(directory.toString()).get(0)))
        .hasMessageContaining("no files");
  }

  @Test
  void whatCannotBeReadSaysWhyWhenItIsRead() throws Exception {
    Files.createFile(directory.resolve("empty.txt"));

    assertThatThrownBy(() -> contents(items(path("none.txt")).get(0)))
        .hasMessage("no such file or directory");
    assertThatThrownBy(() -> contents(items(path("empty.txt")).get(0)))
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> contents(items("ftp://example.org/a").get(0)))
        .hasMessage("expected an http or https URL without credentials");
    assertThatThrownBy(() -> contents(items("a\0b").get(0))).hasMessageContaining("not a path");
  }

  @Test
  void noMoreIsReadThanAnArticleCanBe() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            return length;
          }
        };

    assertThatThrownBy(
            () ->
                contents(Sources.of(List.of("-"), endless, NO_WEB).get(0).items().toList().get(0)))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("larger than");
  }

  @Test
  void aDashIsStandardInputWithoutAFingerprint() throws Exception {
    InputStream in = new ByteArrayInputStream("text".getBytes(StandardCharsets.UTF_8));

    SourceItem item = Sources.of(List.of("-"), in, NO_WEB).get(0).items().toList().get(0);

    assertThat(item.name()).isEqualTo("-");
    assertThat(item.fingerprint()).isEmpty();
    assertThat(contents(item))
        .extracting(c -> new String(c.raw(), StandardCharsets.UTF_8))
        .containsExactly("text");
  }

  @Test
  void aFilesFingerprintChangesWithItsContent() throws Exception {
    write("a.txt");
    String before = items(path("a.txt")).get(0).fingerprint().orElseThrow();

    assertThat(items(path("a.txt")).get(0).fingerprint()).contains(before);

    Files.writeString(directory.resolve("a.txt"), "something longer");
    assertThat(items(path("a.txt")).get(0).fingerprint().orElseThrow()).isNotEqualTo(before);
  }

  private static List<Content> contents(SourceItem item) throws UnreadableException {
    List<Content> all = new ArrayList<>();
    try (Contents contents = item.open(0)) {
      contents.next().ifPresent(all::add);
      assertThat(contents.next()).isEmpty();
    }
    return all;
  }

  private void write(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "text");
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private static List<String> names(String input) {
    return items(input).stream().map(SourceItem::name).toList();
  }

  private static List<SourceItem> items(String input) {
    return Sources.of(List.of(input), NO_INPUT, NO_WEB).get(0).items().toList();
  }
}
