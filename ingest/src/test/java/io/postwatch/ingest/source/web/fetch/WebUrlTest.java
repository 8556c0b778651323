// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlTest {
  @ParameterizedTest
  @CsvSource({
    "HTTP://Example.ORG:80/a b?q=ä#top, http://example.org/a%20b?q=%C3%A4",
    "https://münchen.example, https://xn--mnchen-3ya.example/",
    "http://example.org/a/../b, http://example.org/b",
    "http://127.0.0.1:8080?x, http://127.0.0.1:8080/?x",
    "http://[::1]:8080/a, http://[::1]:8080/a"
  })
  void addressesGetOneSpelling(String text, String expected) {
    assertThat(WebUrl.parse(text)).hasToString("Optional[" + expected + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org/a",
        "ftp://example.org/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http:///a",
        "http://",
        "http://a..b/",
        "http://user:secret@example.org/",
        "http://example.org@evil.example/",
        "http://example.org:99999/",
        "http://example.org\r\nX-Header: 1/",
        "http://[::1/"
      })
  void whatIsNoPublicWebAddressIsRefused(String text) {
    assertThat(WebUrl.parse(text)).isEmpty();
  }

  @Test
  void linksAreMeantFromWhereTheyStand() {
    URI page = URI.create("https://example.org/news/feed.xml?x=1");

    assertThat(WebUrl.resolve(page, "../a")).contains(URI.create("https://example.org/a"));
    assertThat(WebUrl.resolve(page, "//cdn.example/a"))
        .contains(URI.create("https://cdn.example/a"));
    assertThat(WebUrl.resolve(page, "?y=2"))
        .contains(URI.create("https://example.org/news/feed.xml?y=2"));
    assertThat(WebUrl.resolve(page, "mailto:a@example.org")).isEmpty();
    assertThat(WebUrl.resolve(page, " ")).isEqualTo(Optional.empty());
  }
}
