// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import org.junit.jupiter.api.Test;

class CausesTest {
  private static final Exception WRAPPED =
      new IllegalStateException("outer", new IOException("middle", new BindException("in\nuse")));

  @Test
  void includeTheFailureAndWhatLiesBehindIt() {
    assertThat(Causes.include(WRAPPED, IllegalStateException.class)).isTrue();
    assertThat(Causes.include(WRAPPED, BindException.class)).isTrue();
    assertThat(Causes.include(WRAPPED, Error.class, IOException.class)).isTrue();
    assertThat(Causes.include(WRAPPED, InterruptedException.class)).isFalse();
    assertThat(Causes.include(null, Exception.class)).isFalse();
  }

  @Test
  void tellTheFirstCauseOnOneLine() {
    assertThat(Causes.rootMessage(WRAPPED)).isEqualTo("in use");
    assertThat(Causes.rootMessage(new IOException())).isEqualTo("IOException");
  }

  @Test
  void endWhereAChainLeadsBackToItself() {
    Exception first = new Exception("first");
    Exception second = new Exception("second", first);
    first.initCause(second);

    assertThat(Causes.of(first)).hasSizeLessThan(100);
  }
}
