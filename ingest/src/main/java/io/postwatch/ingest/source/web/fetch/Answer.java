// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a site answered.
 *
 * @param url the address that gave it: the last of those it was redirected to
 * @param status 200 or 304 where it comes from {@link Fetcher}
 * @param headers the first of each name, names in lower case
 * @param body decompressed; empty unless the status is 200
 */
public record Answer(URI url, int status, Map<String, String> headers, byte[] body) {
  static final int OK = 200;
  static final int NOT_MODIFIED = 304;

  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s{0,9}=\\s{0,9}[\"']?([a-z0-9_:.\\-]{2,40})");

  /** True where nothing has changed since the validators were given. */
  public boolean isUnchanged() {
    return status == NOT_MODIFIED;
  }

  /** What to ask with next time. */
  public Validators validators() {
    return new Validators(header("etag"), header("last-modified"));
  }

  /** The charset that the server declares. */
  public Optional<String> charset() {
    return header("content-type")
        .map(CHARSET::matcher)
        .filter(Matcher::find)
        .map(match -> match.group(1));
  }

  /**
   * The body, or what is in it where it is a gzip file.
   *
   * @throws FetchException when it is damaged, or larger than allowed
   */
  public byte[] unzipped(int maxBytes) throws FetchException {
    return AnswerBody.isGzip(body)
        ? AnswerBody.unzipped(body, new BodyLimit(maxBytes, false))
        : body;
  }

  /** The value of a header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
