// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The files below a directory, by path; hidden ones are passed over, links are followed, except
 * those to a directory that they lie in: what is there is read anyway.
 *
 * @param input as the user wrote it
 * @param depth how many steps below the directory files are looked for, from 1
 * @param wanted which of the files are meant
 */
record DirectorySource(String input, Path directory, int depth, PathMatcher wanted)
    implements Source {
  private static final int MAX_DEPTH = 64;

  /** All files. */
  static DirectorySource of(Path directory) {
    return new DirectorySource(directory.toString(), directory, MAX_DEPTH, path -> true);
  }

  /** The files that {@code *}, {@code **}, {@code ?} and brackets in a path stand for. */
  static DirectorySource matching(String glob) {
    return new DirectorySource(
        glob, Glob.base(glob), Math.min(MAX_DEPTH, Glob.depth(glob)), Glob.matcher(glob));
  }

  @Override
  public OptionalLong total() {
    return OptionalLong.of(items().mapToLong(SourceItem::bytes).sum());
  }

  @Override
  public Stream<SourceItem> items() {
    List<SourceItem> items = new ArrayList<>();
    try {
      Files.walkFileTree(
          directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new Collector(items));
    } catch (IOException e) {
      items.add(new UnreadableItem(input, "cannot be listed: " + e.getMessage()));
    }
    if (items.isEmpty()) {
      items.add(new UnreadableItem(input, "no files there"));
    }
    items.sort(Comparator.comparing(SourceItem::name));
    return items.stream();
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final List<SourceItem> items;

    private Collector(List<SourceItem> items) {
      this.items = items;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
      return isHidden(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      // A directory comes here where nothing below it is looked for.
      if (!attributes.isDirectory() && !isHidden(path) && wanted.matches(path)) {
        items.add(new FileItem(path));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) {
      if (!(failure instanceof FileSystemLoopException)) {
        items.add(new UnreadableItem(path.toString(), reason(failure)));
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path path) {
      return !path.equals(directory) && path.getFileName().toString().startsWith(".");
    }

    private static String reason(IOException failure) {
      if (failure instanceof AccessDeniedException) {
        return "permission denied";
      }
      return "cannot be read: " + failure.getMessage();
    }
  }
}
