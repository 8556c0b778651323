// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import io.postwatch.ingest.source.web.fetch.FetchException.Kind;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Why there was no answer, in words that name what is to be done. */
final class TransportFailure {
  private TransportFailure() {}

  static FetchException late(Duration timeout) {
    return new FetchException(
        Kind.UNREACHABLE,
        "no complete answer within %d s (ingest.fetch.timeout)".formatted(timeout.toSeconds()));
  }

  static FetchException of(URI url, Exception e) {
    if (e instanceof CheckedDns.RefusedAddressException refused) {
      String hint = refused.canBeAllowed() ? " (or --allow-private-addresses)" : "";
      return new FetchException(
          Kind.REFUSED, e.getMessage() + "; expected a public address" + hint);
    }
    if (e instanceof UnknownHostException) {
      return new FetchException(Kind.UNREACHABLE, "no such host: " + url.getHost());
    }
    if (e instanceof ConnectTimeoutException || e instanceof ConnectException) {
      return new FetchException(Kind.UNREACHABLE, "cannot connect to " + url.getRawAuthority());
    }
    if (e instanceof SSLException) {
      return new FetchException(Kind.UNREACHABLE, "no secure connection: " + OneLine.of(e));
    }
    return new FetchException(Kind.UNREACHABLE, "no proper HTTP answer: " + OneLine.of(e));
  }
}
