// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, as a user runs it. */
final class PostwatchProcess implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Process process;
  private final Path out;
  private final Path err;

  private PostwatchProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** What a process left when it had ended. */
  record Result(int status, String out, String err) {
    /** The lines of standard output, each a JSON value. */
    List<JsonNode> json() {
      return out.lines().map(Result::parse).toList();
    }

    private static JsonNode parse(String line) {
      try {
        return JSON.readTree(line);
      } catch (IOException e) {
        throw new UncheckedIOException(line, e);
      }
    }
  }

  static PostwatchProcess start(Object... arguments) throws IOException {
    return startWith(List.of(), List.of(arguments));
  }

  /** Starts it with more on its class path. */
  static PostwatchProcess startWith(List<Path> jars, List<Object> arguments) throws IOException {
    StringBuilder classPath = new StringBuilder(System.getProperty("java.class.path"));
    jars.forEach(jar -> classPath.append(File.pathSeparator).append(jar));
    Path out = Files.createTempFile("postwatch", ".out");
    Path err = Files.createTempFile("postwatch", ".err");
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath.toString(),
                Postwatch.class.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    return new PostwatchProcess(process, out, err);
  }

  /** Runs the command to its end. */
  static Result run(Object... arguments) throws IOException, InterruptedException {
    try (PostwatchProcess process = start(arguments)) {
      return process.result();
    }
  }

  Result result() throws IOException, InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      throw new IOException("still running after 120 s: " + err());
    }
    return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), err());
  }

  String out() throws IOException {
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  String err() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the process as SIGKILL does: at once, without a word. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks the process to end, as Ctrl-C does. */
  void stop() {
    process.destroy();
  }

  @Override
  public void close() throws IOException {
    // Until it has ended it may still write where the test is about to tidy up.
    process.destroyForcibly().onExit().join();
    Files.deleteIfExists(out);
    Files.deleteIfExists(err);
  }
}
