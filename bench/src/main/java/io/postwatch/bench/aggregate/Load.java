// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * What has been used up to a time, or between two.
 *
 * @param nanos of the wall clock
 * @param cpuNanos of the processor, by all threads of this process: the broker's and ours, too
 * @param stageNanos of the processor, by the threads of Kafka Streams
 * @param updates that were published
 */
record Load(long nanos, long cpuNanos, long stageNanos, long updates) {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static Load now(long updates) {
    return new Load(System.nanoTime(), PROCESS.getProcessCpuTime(), stage(), updates);
  }

  private static long stage() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().contains("StreamThread")) {
        nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return nanos;
  }

  Load since(Load before) {
    return new Load(
        nanos - before.nanos,
        cpuNanos - before.cpuNanos,
        stageNanos - before.stageNanos,
        updates - before.updates);
  }

  double cores() {
    return (double) cpuNanos / nanos;
  }

  double stageCores() {
    return (double) stageNanos / nanos;
  }

  double updatesPerSecond() {
    return updates * 1e9 / nanos;
  }
}
