// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.AggregateRun;
import io.postwatch.aggregate.Incidents;
import io.postwatch.aggregate.Rules;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances that ask each other with the credentials that everybody needs, and over TLS. */
class SecuredInstancesTest {
  private static final String TOKEN = "0123456789abcdef";
  private static final String BEARER = "Bearer " + TOKEN;
  private static final String BASIC =
      "Basic " + Base64.getEncoder().encodeToString("desk:password".getBytes());

  @TempDir Path directory;

  @Test
  void instancesAskEachOtherWithTheTokenAndOverTls() throws Exception {
    SelfSigned own = SelfSigned.in(directory);
    String[] settings = {
      "http.token", TOKEN,
      "http.tls.certificate", own.certificate().toString(),
      "http.tls.key", own.key().toString()
    };

    assertThat(answers(BEARER, settings, settings)).containsExactly(200, 200);
  }

  @Test
  void instancesAskEachOtherWithUserAndPasswordWhereThereIsNoToken() throws Exception {
    String[] settings = {"http.user", "desk", "http.password", "password"};

    assertThat(answers(BASIC, settings, settings)).containsExactly(200, 200);
  }

  @Test
  void anInstanceThatIsRefusedByTheOtherSaysSo() throws Exception {
    String[] settings = {"http.token", TOKEN};
    String[] others = {"http.token", "another-token-altogether"};

    assertThat(answers(BEARER, settings, others)).containsExactly(503, 401);
  }

  /** What either answers to a question that needs both. */
  private static Stream<Integer> answers(String authorization, String[] first, String[] second) {
    try (AggregateRun one = AggregateRun.of(Rules.both());
        AggregateRun two = AggregateRun.of(Rules.both());
        Instance here = Instance.start(first);
        Instance there = Instance.start(second)) {
      here.answerFrom(new Pair(one.state(0), 0, there.address(), topic -> 0));
      there.answerFrom(new Pair(two.state(1), 1, here.address(), topic -> 0));
      one.see(Incidents.incident("1", "a"));
      assertThat(here.get("/topics").statusCode()).isEqualTo(401);
      return Stream.of(here, there)
          .map(instance -> instance.get("/topics", "Authorization", authorization))
          .map(HttpResponse::statusCode)
          .toList()
          .stream();
    }
  }
}
