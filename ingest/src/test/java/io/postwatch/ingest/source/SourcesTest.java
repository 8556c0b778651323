// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void aLinkThatLeadsBackIsReportedAndTheRestIsRead() throws Exception {
    write("a/1.txt");
    Files.createSymbolicLink(directory.resolve("a/back"), directory);

    List<SourceItem> items = items(directory.toString());

    assertThat(contents(items.get(0))).hasSize(1);
    assertThat(items.get(1).name()).isEqualTo(path("a/back"));
    assertThatThrownBy(() -> items.get(1).open(0)).hasMessageContaining("link to a directory");
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

    assertThat(Sources.of(List.of(directory.toString()), NO_INPUT).get(0).total()).hasValue(8);
    assertThat(Sources.of(List.of(path("b.txt")), NO_INPUT).get(0).total()).hasValue(4);
    assertThat(Sources.of(List.of("-"), NO_INPUT).get(0).total()).isEmpty();
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
    assertThatThrownBy(() -> contents(items("https://example.org/a").get(0)))
        .hasMessageContaining("expected a file, a directory, a glob or -");
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
            () -> contents(Sources.of(List.of("-"), endless).get(0).items().toList().get(0)))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("larger than");
  }

  @Test
  void aDashIsStandardInputWithoutAFingerprint() throws Exception {
    InputStream in = new ByteArrayInputStream("text".getBytes(StandardCharsets.UTF_8));

    SourceItem item = Sources.of(List.of("-"), in).get(0).items().toList().get(0);

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
    return Sources.of(List.of(input), NO_INPUT).get(0).items().toList();
  }
}
