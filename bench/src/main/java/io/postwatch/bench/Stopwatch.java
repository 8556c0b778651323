// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/** Times pieces of work in turn, so that what else the machine does falls on all of them alike. */
public final class Stopwatch {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * Rounds after which a busy machine has compiled what reads pages: after nine, which do for a
   * parser, reading still took a third longer than in the long run.
   */
  private static final int WARM_UP = 40;

  private Stopwatch() {}

  /** Work, done once. */
  public interface Work {
    void run() throws Exception;
  }

  /** The median of each work's processor time in seconds, after a warm-up. */
  public static double[] cpuSeconds(int rounds, List<Work> works) throws Exception {
    return medians(rounds, works, true);
  }

  /** The median of each work's elapsed time in seconds, after one round of warm-up. */
  public static double[] seconds(int rounds, List<Work> works) throws Exception {
    return medians(rounds, works, false);
  }

  private static double[] medians(int rounds, List<Work> works, boolean cpu) throws Exception {
    int warmUp = cpu ? WARM_UP : 1;
    double[][] taken = new double[works.size()][rounds];
    for (int round = -warmUp; round < rounds; round++) {
      for (int i = 0; i < works.size(); i++) {
        long start = now(cpu);
        works.get(i).run();
        if (round >= 0) {
          taken[i][round] = (now(cpu) - start) / 1e9;
        }
      }
    }
    return Arrays.stream(taken).mapToDouble(Stopwatch::median).toArray();
  }

  private static long now(boolean cpu) {
    return cpu ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
