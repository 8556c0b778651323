// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A client that shares no code with Java's: kafkajs with
 * {@code @kafkajs/confluent-schema-registry}, laid into {@code target/kafkajs} by npm.
 */
public final class KafkaJs {
  private static final Path SOURCE = Path.of("src", "test", "kafkajs");
  private static final Path INSTALLED = Path.of("target", "kafkajs");
  private static final int LONGEST_SECONDS = 60;

  private KafkaJs() {}

  /** What a process printed, and its exit code. */
  private record Result(int status, String out, String err) {}

  /** Skips the calling test where there is no Node or npm has no access to its packages. */
  public static void assumeInstalled() throws IOException, InterruptedException {
    Files.createDirectories(INSTALLED);
    for (String file : List.of("package.json", "package-lock.json", ".npmrc", "exchange.js")) {
      Files.copy(
          SOURCE.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      run("", "node", "--version");
      Result install =
          run(
              "",
              "npm",
              "install",
              "--no-audit",
              "--no-fund",
              "--ignore-scripts",
              "--prefer-offline",
              "--fetch-retries=0");
      assumeTrue(
          install.status() == 0, () -> "npm cannot install kafkajs, not tried: " + reason(install));
    } catch (IOException e) {
      assumeTrue(false, "no Node.js with npm here, kafkajs is not tried: " + e.getMessage());
    }
  }

  /** The last that npm says is where its log is; the first is why. */
  private static String reason(Result install) {
    return install
        .err()
        .lines()
        .filter(line -> line.startsWith("npm error"))
        .findFirst()
        .orElse(install.err());
  }

  /** The command that runs a script of another directory with the installed packages. */
  public static List<String> command(Path script, String... arguments) throws IOException {
    Path installed = INSTALLED.resolve(script.getFileName());
    Files.copy(script, installed, StandardCopyOption.REPLACE_EXISTING);
    List<String> command = new ArrayList<>(List.of("node", installed.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * Runs exchange.js.
   *
   * @return its standard output, which it must end without an error
   */
  static String exchange(String input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", "exchange.js"));
    command.addAll(List.of(arguments));
    Result result = run(input, command.toArray(String[]::new));
    assertThat(result.status()).as(result.err()).isZero();
    return result.out();
  }

  private static Result run(String input, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("kafkajs", ".out");
    Path err = Files.createTempFile("kafkajs", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(INSTALLED.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      process.outputWriter(StandardCharsets.UTF_8).append(input).close();
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Result(-1, "", "still running after 60 s\n" + Files.readString(err));
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }
}
