// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WindowClosingTest {
  private final WindowClosing closing = new WindowClosing();

  @Test
  void whereNoTaskIsAtWorkNothingIsLeftToClose() {
    assertThat(closing.closeAll()).isCompleted();
  }

  @Test
  void itIsDoneWhenEveryTaskIsDone() {
    closing.join("0_0");
    closing.join("0_1");
    assertThat(closing.isAskedOf("0_0")).isFalse();

    CompletableFuture<Void> closed = closing.closeAll();
    assertThat(closing.isAskedOf("0_0")).isTrue();
    assertThat(closing.owing()).isEqualTo(2);
    closing.done("0_0");
    assertThat(closing.owing()).isEqualTo(1);
    assertThat(closed).isNotCompleted();
    assertThat(closing.isAskedOf("0_0")).isFalse();
    closing.done("0_1");

    assertThat(closed).isCompleted();
  }

  @Test
  void aTaskThatLeftAndCameBackIsStillWaitedFor() {
    closing.join("0_0");
    CompletableFuture<Void> closed = closing.closeAll();
    closing.leave("0_0");
    assertThat(closed).isNotCompleted();

    closing.join("0_0");
    assertThat(closing.isAskedOf("0_0")).isTrue();
    closing.done("0_0");

    assertThat(closed).isCompleted();
  }

  @Test
  void aTaskThatComesMeanwhileClosesItsWindowsToo() {
    closing.join("0_0");
    CompletableFuture<Void> closed = closing.closeAll();
    closing.join("0_1");
    closing.done("0_0");
    assertThat(closed).isNotCompleted();

    closing.done("0_1");
    assertThat(closed).isCompleted();
  }

  @Test
  void aTaskThatIsGoneIsNotAsked() {
    closing.join("0_0");
    closing.leave("0_0");

    assertThat(closing.closeAll()).isCompleted();
  }

  @Test
  void itCanBeAskedAgain() {
    closing.join("0_0");
    CompletableFuture<Void> first = closing.closeAll();
    closing.done("0_0");
    CompletableFuture<Void> second = closing.closeAll();

    assertThat(first).isCompleted();
    assertThat(second).isNotCompleted();
    closing.done("0_0");
    assertThat(second).isCompleted();
  }
}
