// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An example consumer of docs/consumers in a process of its own, as its README says to run it. */
final class ExampleProcess implements AutoCloseable {
  static final Path EXAMPLES = Path.of("..", "docs", "consumers");

  private static final int LONGEST_SECONDS = 120;

  private final Process process;
  private final Path out;
  private final Path err;

  private ExampleProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Runs a Java file from its source, with its temporary files in a directory of the test's. */
  static ExampleProcess java(Path directory, String file, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                EXAMPLES.resolve(file).toString()));
    command.addAll(List.of(arguments));
    return start(directory, command);
  }

  /** Starts any command. */
  static ExampleProcess start(Path directory, List<String> command) throws IOException {
    Path out = Files.createTempFile(directory, "example", ".out");
    Path err = Files.createTempFile(directory, "example", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    return new ExampleProcess(process, out, err);
  }

  /** What it has printed so far. */
  List<String> lines() throws IOException {
    if (!process.isAlive() && process.exitValue() != 0) {
      throw new AssertionError("ended with " + process.exitValue() + ": " + Files.readString(err));
    }
    return Files.readString(out).lines().toList();
  }

  /** What it has printed when it has ended by itself, without an error. */
  List<String> linesAtItsEnd() throws IOException, InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still running after 120 s: " + Files.readString(err));
    }
    return lines();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
