// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptTokensTest {
  private static final int DEPTH = 200;

  private static int end(String script, int start) {
    return new ScriptTokens(script, DEPTH).bracketEnd(start, 0, script.length());
  }

  @Test
  void aBracketEndsBehindItsOwnCloser() {
    assertThat(end("{a:[1,(2)],b:{}} more", 0)).isEqualTo(16);
  }

  @Test
  void bracketsInStringsAndCommentsAreNone() {
    String script = "{a:\"}\\\"}\",/* } */b:'}'}";

    assertThat(end(script + "}", 0)).isEqualTo(script.length());
  }

  @Test
  void aCloserOfAnotherKindEndsWhatIsOpenUpToItsOwn() {
    assertThat(end("[{(1]2", 0)).isEqualTo(5);
    assertThat(end("[{(1]2", 1)).isEqualTo(4);
  }

  @Test
  void aBracketThatIsNeverClosedEndsWithTheScript() {
    assertThat(end("[1,{2,'3", 0)).isEqualTo(8);
  }

  @Test
  void bracketsThatGoBeyondTheLimitAreRememberedAsOpenThere() {
    ScriptTokens tokens = new ScriptTokens("[{},{a:1,b:2}]", DEPTH);

    assertThat(tokens.bracketEnd(0, 0, 7)).isNegative();
    assertThat(tokens.isOpen(0)).isTrue();
    assertThat(tokens.isOpen(1)).isFalse();
    assertThat(tokens.isOpen(4)).isTrue();
  }
}
