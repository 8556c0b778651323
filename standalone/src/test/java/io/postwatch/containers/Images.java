// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.containers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;

/**
 * The images of the container tests: those that {@code .ci/engine} makes, or others that
 * KAFKA_IMAGE, REGISTRY_IMAGE (one of Apicurio's) and BASE_IMAGE name.
 */
final class Images {
  private static final Logger LOG = LoggerFactory.getLogger(Images.class);

  private Images() {}

  /** Skips the test where containers cannot be had, and says on the console why. */
  static void assumePresent() {
    String reason = whyNot();
    if (!reason.isEmpty()) {
      LOG.warn("container tests are skipped: {}", reason);
    }
    assumeTrue(reason.isEmpty(), reason);
  }

  private static String whyNot() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return "no container engine answers";
    }
    List<String> missing =
        Stream.of("KAFKA_IMAGE", "REGISTRY_IMAGE", "BASE_IMAGE")
            // One that was named by hand is fetched.
            .filter(variable -> System.getenv(variable) == null)
            .map(Images::name)
            .filter(image -> !isPresent(image))
            .toList();
    return missing.isEmpty()
        ? ""
        : "images are missing: " + String.join(", ", missing) + " (.ci/engine start makes them)";
  }

  private static boolean isPresent(String image) {
    try {
      DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static String name(String variable) {
    String named = System.getenv(variable);
    if (named != null) {
      return named;
    }
    return switch (variable) {
      case "KAFKA_IMAGE" -> "local/kafka:4.3.1";
      case "REGISTRY_IMAGE" -> "local/registry:3.0.9";
      default -> "local/jre17";
    };
  }

  static DockerImageName kafka() {
    return DockerImageName.parse(name("KAFKA_IMAGE")).asCompatibleSubstituteFor("apache/kafka");
  }

  static DockerImageName registry() {
    return DockerImageName.parse(name("REGISTRY_IMAGE"));
  }

  /** Ours, from the Dockerfile and what the build has made. */
  static Future<String> postwatch() {
    Path root = Path.of("").toAbsolutePath().getParent();
    return new ImageFromDockerfile("postwatch-it", false)
        .withFileFromPath("Dockerfile", root.resolve("Dockerfile"))
        .withFileFromPath("standalone/target/app", root.resolve("standalone/target/app"))
        .withBuildArg("BASE_IMAGE", name("BASE_IMAGE"));
  }
}
