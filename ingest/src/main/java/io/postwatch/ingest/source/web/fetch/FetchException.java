// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Something was not fetched; the message says why in one line, without the address. */
public final class FetchException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kept it from being fetched, and whether that may pass. */
  public enum Kind {
    /** The address is none that is fetched, or its host is at a place that is not spoken to. */
    REFUSED(false),
    /** The site's robots.txt forbids it. */
    FORBIDDEN(false),
    /** The site does not have it, or not for us: a 4xx status. */
    ABSENT(false),
    /** It is not what is read here: too large, of another type, redirected without end. */
    UNUSABLE(false),
    /** The site has trouble with this address: a 5xx status. */
    TROUBLED(true),
    /** The whole host is away or wants to be left alone for a while. */
    UNREACHABLE(true),
    /** Nobody asked: the host is left alone for a while because of what another request met. */
    HELD(true);

    private final boolean isPassing;

    Kind(boolean isPassing) {
      this.isPassing = isPassing;
    }
  }

  private final Kind kind;
  private final transient Optional<Duration> retryAfter;

  FetchException(Kind kind, String message) {
    this(kind, message, Optional.empty());
  }

  FetchException(Kind kind, String message, Optional<Duration> retryAfter) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /** The failure as futures wrap it; one that is not ours, such as a bug, becomes a passing one. */
  public static FetchException in(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof FetchException ours
        ? ours
        : new FetchException(Kind.TROUBLED, "cannot be fetched: " + cause);
  }

  public Kind kind() {
    return kind;
  }

  /** True where it is worth another try later. */
  public boolean isPassing() {
    return kind.isPassing;
  }

  /** How long to wait before another try; empty where the site did not say. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
