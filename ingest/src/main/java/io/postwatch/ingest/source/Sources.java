// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The sources that inputs name. */
public final class Sources {
  private Sources() {}

  /**
   * The source of each input, in order.
   *
   * @param inputs paths of files and directories, globs; {@code -} for standard input
   */
  public static List<Source> of(List<String> inputs, InputStream standardInput) {
    return inputs.stream().map(input -> of(input, standardInput)).toList();
  }

  private static Source of(String input, InputStream standardInput) {
    if (input.equals("-")) {
      return new StandardInput(standardInput);
    }
    if (input.matches("(?i)[a-z][a-z0-9+.-]{1,20}://.*")) {
      return unreadable(input, "URLs are not read yet; expected a file, a directory, a glob or -");
    }
    try {
      return ofPath(input, Path.of(input));
    } catch (InvalidPathException e) {
      return unreadable(input, "not a path: " + e.getReason());
    } catch (PatternSyntaxException e) {
      return unreadable(input, "not a glob: " + e.getDescription());
    }
  }

  private static Source ofPath(String input, Path path) {
    if (Files.isDirectory(path)) {
      return DirectorySource.of(path);
    }
    return Glob.isGlob(input) && !Files.exists(path)
        ? DirectorySource.matching(input)
        : new FileItem(path);
  }

  private static Source unreadable(String input, String reason) {
    return () -> Stream.of(new UnreadableItem(input, reason));
  }
}
