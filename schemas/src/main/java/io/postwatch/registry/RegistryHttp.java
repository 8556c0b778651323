// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Sends a request to the first of several base URLs that answers, and goes round again if none
 * does.
 */
final class RegistryHttp {
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

  /** Far above any schema; a listing of 100 000 subjects stays below it. */
  private static final int LONGEST_ANSWER = 16 << 20;

  private static final int LONGEST_MESSAGE = 2000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryConfig config;
  private final HttpClient client;
  private final List<BaseUrl> bases;

  /** Index of the URL that answered last: it is asked first. */
  private final AtomicInteger preferred = new AtomicInteger();

  RegistryHttp(RegistryConfig config, HttpClient client) {
    this.config = config;
    this.client = client;
    this.bases = config.urls().stream().map(url -> BaseUrl.of(url, config)).toList();
  }

  /**
   * The JSON of a successful answer.
   *
   * @param path path and query below the base URL, percent-encoded
   * @param body JSON to send; null for none
   * @throws RegistryException for any other answer
   * @throws RegistryUnavailableException without answer after all tries
   */
  JsonNode call(String method, String path, JsonNode body) {
    IOException failure = null;
    Duration pause = config.firstPause();
    // A deletion that did its work but lost its answer must not be repeated: it would be refused.
    int tries = method.equals("DELETE") ? 1 : config.tries();
    for (int tried = 0; tried < tries; tried++) {
      if (tried > 0) {
        sleep(pause);
        pause = shorter(pause.multipliedBy(2), config.longestPause());
      }
      int first = preferred.get();
      for (int i = 0; i < bases.size(); i++) {
        int index = (first + i) % bases.size();
        try {
          JsonNode answer = send(bases.get(index), method, path, body);
          preferred.set(index);
          return answer;
        } catch (IOException e) {
          failure = e;
        }
      }
    }
    throw new RegistryUnavailableException(
        "schema registry at %s: %s (tried %d %s)"
            .formatted(addresses(), reason(failure), tries, tries == 1 ? "time" : "times"),
        failure);
  }

  private JsonNode send(BaseUrl base, String method, String path, JsonNode body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base.address() + path))
            .timeout(config.readTimeout())
            .header("Accept", MEDIA_TYPE + ", application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    if (body != null) {
      request.header("Content-Type", MEDIA_TYPE);
    }
    base.authorization().ifPresent(value -> request.header("Authorization", value));
    HttpResponse<byte[]> response = exchange(request.build());
    int status = response.statusCode();
    if (status >= 500 || status == 429 || status == 408) {
      throw new IOException("HTTP " + status + ": " + refusal(base, response).getMessage());
    }
    if (status / 100 != 2) {
      throw refusal(base, response);
    }
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new RegistryException(
          status, status, "no schema registry at " + base.address() + ": expected JSON");
    }
  }

  /** Waits for the whole answer: the client's own timeout ends with the headers. */
  private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new BoundedBody(LONGEST_ANSWER));
    try {
      return answer.get(
          config.connectTimeout().plus(config.readTimeout()).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw noAnswer(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HttpTimeoutException timeout
          && !(timeout instanceof HttpConnectTimeoutException)) {
        throw noAnswer(timeout);
      }
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw new InterruptException(e);
    }
  }

  private IOException noAnswer(Exception timeout) {
    return new IOException("no answer within " + config.readTimeout().toMillis() + " ms", timeout);
  }

  private static RegistryException refusal(BaseUrl base, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    JsonNode body = tree(response.body());
    String fallback = "schema registry at " + base.address() + " answered HTTP " + status;
    String message = body.path("message").asText("");
    return new RegistryException(
        status,
        body.path("error_code").asInt(status),
        message.isBlank() ? fallback : OneLine.of(message, LONGEST_MESSAGE));
  }

  private static JsonNode tree(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private String addresses() {
    return bases.stream().map(BaseUrl::address).collect(Collectors.joining(", "));
  }

  private static String reason(IOException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof UnresolvedAddressException) {
        return "its host is not known";
      }
    }
    if (failure instanceof ConnectException && failure.getMessage() == null) {
      return "connection refused";
    }
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : OneLine.of(message, LONGEST_MESSAGE);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** The text as the bytes of one UTF-8 path segment. */
  static String segment(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
