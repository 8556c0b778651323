// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.registry.BoundedBody;
import io.postwatch.runtime.http.HostPort;
import io.postwatch.runtime.http.HttpProblem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Asks other instances over HTTP, by the API that everybody uses. */
final class HttpPeers implements Peers {
  /** Tells an instance to answer from its own stores alone; its value is 1. */
  static final String FORWARDED = "Postwatch-Forwarded";

  /** Which partitions a part is of, with commas. */
  static final String PARTITIONS = "Postwatch-Partitions";

  private static final int LONGEST_ANSWER = 64 << 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final HttpClient client;
  private final String scheme;
  private final Optional<String> authorization;

  /**
   * @param scheme http or https
   * @param authorization what other instances want to see of who asks
   */
  HttpPeers(HttpClient client, String scheme, Optional<String> authorization) {
    this.client = client;
    this.scheme = scheme;
    this.authorization = authorization;
  }

  @Override
  public CompletableFuture<Part> ask(HostPort instance, String address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(scheme + "://" + instance + QueryApi.BASE + address))
            .timeout(TIMEOUT)
            .header(FORWARDED, "1");
    authorization.ifPresent(header -> request.header("Authorization", header));
    return client
        .sendAsync(request.build(), info -> new BoundedBody(LONGEST_ANSWER))
        .orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (answer, failure) -> {
              if (failure != null) {
                throw silent(instance, failure);
              }
              return part(instance, answer);
            });
  }

  private static Part part(HostPort instance, HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status == 200) {
      return new Part(partitions(answer), answer.body());
    }
    // What is wrong with the question is so wherever it is asked.
    if (status == 400 || status == 404) {
      throw new HttpProblem(status, detail(answer.body()));
    }
    throw new HttpProblem(
        503, "The instance at " + instance + " answered " + status + "; ask again in a second.");
  }

  private static HttpProblem silent(HostPort instance, Throwable failure) {
    return new HttpProblem(
        503,
        "The instance at %s does not answer (%s); ask again in a second."
            .formatted(instance, failure.getClass().getSimpleName()));
  }

  private static Set<Integer> partitions(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue(PARTITIONS)
        .filter(header -> !header.isBlank())
        .map(header -> Arrays.stream(header.split(",")).map(Integer::valueOf))
        .map(numbers -> numbers.collect(Collectors.toUnmodifiableSet()))
        .orElse(Set.of());
  }

  private static String detail(byte[] problem) {
    try {
      JsonNode detail = Json.MAPPER.readTree(problem).path("detail");
      return detail.asText("Another instance refused the question.");
    } catch (IOException e) {
      return "Another instance refused the question.";
    }
  }
}
