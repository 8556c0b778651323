// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A directory of labelled data, which is measured on and never part of the project.
 *
 * @param root the directory
 */
public record Corpus(Path root) {

  /** The one that the first argument without dashes names, else the one beside the project. */
  public static Corpus of(String[] args) {
    Path home = Path.of(System.getProperty("postwatch.home", "."));
    return new Corpus(
        Arrays.stream(args)
            .filter(arg -> !arg.startsWith("-"))
            .findFirst()
            .map(Path::of)
            .orElseGet(() -> home.resolve("../shared/corpus").normalize()));
  }

  /** A file or directory in it; where that is missing, one line says so and the program ends. */
  public Path require(String name) {
    Path path = root.resolve(name);
    if (!Files.exists(path)) {
      System.err.println(
          "bench: no " + path + "; expected a corpus there, or its directory as an argument");
      System.exit(2);
    }
    return path;
  }
}
