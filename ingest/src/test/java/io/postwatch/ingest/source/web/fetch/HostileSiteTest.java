// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import static io.postwatch.ingest.source.web.fetch.RawSite.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a site can do to who reads from it: each must end soon, in one line. */
@Timeout(30)
class HostileSiteTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  private static final Duration PATIENCE = Duration.ofMillis(700);

  @Test
  void endlessHeaders() throws Exception {
    assertFailure(
        out -> {
          write(out, OK);
          for (int i = 0; ; i++) {
            write(out, "X-" + i + ": y\r\n");
          }
        },
        "no proper HTTP answer");
  }

  @Test
  void anEndlessHeader() throws Exception {
    assertFailure(
        out -> {
          write(out, OK + "X: ");
          while (true) {
            write(out, "y".repeat(1000));
          }
        },
        "no proper HTTP answer");
  }

  @Test
  void anEndlessBody() throws Exception {
    assertFailure(
        out -> {
          write(out, OK + "\r\n");
          while (true) {
            write(out, "y".repeat(10_000));
          }
        },
        "larger than 100000 bytes");
  }

  @Test
  void endlessChunks() throws Exception {
    assertFailure(
        out -> {
          write(out, OK + "Transfer-Encoding: chunked\r\n\r\n");
          while (true) {
            write(out, "3e8\r\n" + "y".repeat(1000) + "\r\n");
          }
        },
        "larger than 100000 bytes");
  }

  @Test
  void aByteNowAndThen() throws Exception {
    assertFailure(
        out -> {
          write(out, OK + "Content-Length: 1000\r\n\r\n");
          while (true) {
            write(out, "y");
            Thread.sleep(100);
          }
        },
        "no complete answer within");
  }

  @Test
  void aHeaderByteNowAndThen() throws Exception {
    assertFailure(
        out -> {
          while (true) {
            write(out, "H");
            Thread.sleep(100);
          }
        },
        "no complete answer within");
  }

  @Test
  void endlessInterimAnswers() throws Exception {
    assertFailure(
        out -> {
          while (true) {
            write(out, "HTTP/1.1 100 Continue\r\n\r\n");
          }
        },
        "no");
  }

  @Test
  void silence() throws Exception {
    assertFailure(out -> Thread.sleep(20_000), "no complete answer within");
  }

  @Test
  void silenceWhereASecureConnectionIsExpected() throws Exception {
    try (RawSite site = new RawSite(out -> Thread.sleep(20_000));
        Transport transport = transport()) {
      URI url = URI.create(site.url("/").toString().replace("http:", "https:"));

      assertThatThrownBy(() -> get(transport, url)).hasMessageContaining("no complete answer");
    }
  }

  @Test
  void garbage() throws Exception {
    assertFailure(out -> write(out, "\u0000\u0001\r\n\r\n\r\n\r\n"), "no proper HTTP answer");
  }

  @Test
  void lessThanWasPromised() throws Exception {
    assertFailure(
        out -> write(out, OK + "Content-Length: 1000\r\n\r\nless"), "no proper HTTP answer");
  }

  @Test
  void aNegativeLength() throws Exception {
    assertFailure(out -> write(out, OK + "Content-Length: -5\r\n\r\nx"), "no proper HTTP answer");
  }

  @Test
  void moreThanWasPromisedIsCut() throws Exception {
    try (RawSite site = new RawSite(out -> write(out, OK + "Content-Length: 2\r\n\r\nokmore"));
        Transport transport = transport()) {
      assertThat(get(transport, site.url("/")).body()).containsExactly('o', 'k');
    }
  }

  @Test
  void aHundredThousandEmptyGzipMembers() throws Exception {
    ByteArrayOutputStream empty = new ByteArrayOutputStream();
    new GZIPOutputStream(empty).close();

    assertThat(AnswerBody.unzipped(repeated(empty.toByteArray()), new BodyLimit(10, false)))
        .isEmpty();
  }

  private static byte[] repeated(byte[] member) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < 100_000; i++) {
      all.writeBytes(member);
    }
    return all.toByteArray();
  }

  @Test
  void headersWithLineBreaksGiveOneLine() throws Exception {
    assertFailure(out -> write(out, "HTTP/1.1 2\u000b00\r\nX\r\n\r\n"), "no proper HTTP answer");
  }

  private static void assertFailure(RawSite.Behaviour behaviour, String message) throws Exception {
    try (RawSite site = new RawSite(behaviour);
        Transport transport = transport()) {
      FetchException failure =
          catchThrowableOfType(FetchException.class, () -> get(transport, site.url("/a")));

      assertThat(failure.getMessage()).startsWith(message).doesNotContain("\n", "\r");
    }
  }

  private static Answer get(Transport transport, URI url) throws FetchException {
    return transport.get(url, Validators.NONE, new BodyLimit(100_000, false));
  }

  private static Transport transport() {
    return new Transport(
        new FetchSettings(Optional.empty(), Duration.ZERO, PATIENCE, 100_000, true, true));
  }
}
