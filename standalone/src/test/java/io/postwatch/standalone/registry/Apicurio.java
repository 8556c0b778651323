// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Apicurio Registry 3.0.9, a registry that shares no code with ours, in a process of its own on a
 * free port of loopback; the build unpacks it into {@code target/apicurio}.
 */
final class Apicurio implements AutoCloseable {
  private static final Path JAR =
      Path.of("target", "apicurio", "apicurio-registry-app-3.0.9-runner.jar").toAbsolutePath();

  /** What Quarkus logs once it takes requests. */
  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final Process process;
  private final String address;

  private Apicurio(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it with nothing in it, and returns once it takes requests. */
  static Apicurio start(Path directory) throws IOException, InterruptedException {
    Path log = directory.resolve("apicurio.log");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=0",
                // Its start, which it keeps to itself otherwise.
                "-Dquarkus.log.category.\"io.quarkus\".level=INFO",
                "-jar",
                JAR.toString())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    Optional<String> address = Optional.empty();
    while (address.isEmpty()) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IOException("Apicurio did not start:\n" + Files.readString(log));
      }
      address = address(Files.readAllLines(log, StandardCharsets.ISO_8859_1));
    }
    return new Apicurio(process, address.get());
  }

  private static Optional<String> address(List<String> log) {
    return log.stream()
        .map(LISTENING::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  /** The base of what it offers in Confluent's protocol. */
  String url() {
    return address + "/apis/ccompat/v7";
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
