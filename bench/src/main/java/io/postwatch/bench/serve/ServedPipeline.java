// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.serve;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The whole pipeline as a user starts it, in a process of its own, reading a live stream. */
final class ServedPipeline implements AutoCloseable {
  private static final String DASHBOARD = "dashboard at ";
  private static final long STOP_SECONDS = 60;

  private final Process process;
  private final Writer stream;
  private final URI uri;

  private ServedPipeline(Process process, Writer stream, URI uri) {
    this.process = process;
    this.stream = stream;
    this.uri = uri;
  }

  /**
   * Starts {@code postwatch run -}, and returns once it says where it answers.
   *
   * @param home the project's directory
   */
  static ServedPipeline start(Path home) throws IOException {
    Process process =
        new ProcessBuilder(home.resolve("postwatch").toString(), "run", "--http-port", "0", "-")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      if (line.startsWith(DASHBOARD)) {
        passOn(said);
        Writer stream =
            new BufferedWriter(
                new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        return new ServedPipeline(
            process, stream, URI.create(line.substring(DASHBOARD.length()).strip()));
      }
    }
    throw new IOException("the pipeline did not start:\n" + all);
  }

  // Else the process would wait, once the pipe is full.
  private static void passOn(BufferedReader said) {
    Thread thread =
        new Thread(
            () -> {
              try {
                said.lines().forEach(System.err::println);
              } catch (UncheckedIOException e) {
                // It was closed with the process.
              }
            },
            "log");
    thread.setDaemon(true);
    thread.start();
  }

  URI uri() {
    return uri;
  }

  void write(String line) throws IOException {
    stream.write(line);
  }

  void flush() throws IOException {
    stream.flush();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Memory that is the process's own now, in MiB, as Linux counts it. */
  long residentMegabytes() throws IOException {
    List<String> status = Files.readAllLines(Path.of("/proc", "" + process.pid(), "status"));
    return status.stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
        .findFirst()
        .orElseThrow(() -> new IOException("the process has ended"));
  }

  /** CPU time that the process has used, in nanoseconds. */
  long cpuNanos() {
    return process.info().totalCpuDuration().orElseThrow().toNanos();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
