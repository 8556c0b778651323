// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import java.util.List;
import java.util.stream.Stream;

/** What lies behind a failure: Kafka wraps what it was told several times. */
public final class Causes {
  /** Chains of causes are short; one that leads back to itself ends here. */
  private static final int MAX_DEPTH = 50;

  private Causes() {}

  /** The failure itself, what caused it, what caused that, and so on; none for null. */
  public static Stream<Throwable> of(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(MAX_DEPTH);
  }

  /** True where the failure or one of its causes is of one of the kinds. */
  public static boolean include(Throwable failure, Class<?>... kinds) {
    return of(failure).anyMatch(cause -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(cause)));
  }

  /** What the first cause says, on one line; its class where it says nothing. */
  public static String rootMessage(Throwable failure) {
    List<Throwable> chain = of(failure).toList();
    Throwable root = chain.get(chain.size() - 1);
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
  }
}
