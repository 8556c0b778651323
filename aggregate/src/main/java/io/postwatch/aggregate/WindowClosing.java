// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Closes all open windows of this process on demand: the end of a finite input is no time that a
 * clock could reach. One object is shared by a topology's tasks and whoever asks; thread-safe.
 */
public final class WindowClosing {
  private final Set<String> atWork = new HashSet<>();
  private final Set<String> owing = new HashSet<>();
  private final List<CompletableFuture<Void>> askers = new ArrayList<>();

  /**
   * Asks all tasks at work in this process to close every window that is open now; ask when they
   * have read all their input.
   *
   * @return completes when each of them has published and committed its final counts; at once when
   *     no task is at work. A task that fails meanwhile owes its windows still and closes them when
   *     it is back in this process; if it moves to another, this never completes, so wait with a
   *     limit.
   */
  public synchronized CompletableFuture<Void> closeAll() {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    owing.addAll(atWork);
    askers.add(closed);
    completeIfNoneOwes();
    return closed;
  }

  /** How many tasks have not closed what they were asked to. */
  synchronized int owing() {
    return owing.size();
  }

  synchronized void join(String task) {
    atWork.add(task);
    if (!askers.isEmpty()) {
      owing.add(task);
    }
  }

  synchronized void leave(String task) {
    atWork.remove(task);
  }

  synchronized boolean isAskedOf(String task) {
    return owing.contains(task);
  }

  synchronized void done(String task) {
    owing.remove(task);
    completeIfNoneOwes();
  }

  private void completeIfNoneOwes() {
    if (owing.isEmpty()) {
      askers.forEach(asker -> asker.complete(null));
      askers.clear();
    }
  }
}
