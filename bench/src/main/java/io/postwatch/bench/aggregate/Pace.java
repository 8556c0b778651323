// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import com.sun.management.OperatingSystemMXBean;
import io.postwatch.runtime.Stage;
import io.postwatch.runtime.StageException;
import io.postwatch.topics.Topics;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/**
 * How fast an application takes the incidents, by what it commits: from its first commit, which
 * leaves the start out, to its last, of what lies in repartition topics too.
 *
 * @param perSecond incidents a second
 * @param cpuMicros processor time for each incident, in microseconds, of all threads of this
 *     process: the broker's, too
 */
record Pace(double perSecond, double cpuMicros) {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final long POLL_MILLIS = 20;

  /** An application that has committed nothing more for so long has nothing more to do. */
  private static final long DONE_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  /** The state of things at one time: {@code taken} incidents of {@code all} records committed. */
  private record Look(long taken, long all, long nanos, long cpuNanos) {
    static Look at(BenchBroker broker) throws Exception {
      Map<TopicPartition, Long> committed = broker.committed();
      long taken =
          committed.entrySet().stream()
              .filter(entry -> entry.getKey().topic().equals(Topics.INCIDENTS.name()))
              .mapToLong(Map.Entry::getValue)
              .sum();
      long all = committed.values().stream().mapToLong(Long::longValue).sum();
      return new Look(taken, all, System.nanoTime(), PROCESS.getProcessCpuTime());
    }
  }

  /** Waits until the stage has taken all incidents that are on the broker. */
  static Pace of(Stage stage, BenchBroker broker, int incidents) throws Exception {
    Look first = null;
    Look last = Look.at(broker);
    while (true) {
      Look now = Look.at(broker);
      if (first == null && now.taken() > 0) {
        first = now;
      }
      if (now.all() != last.all()) {
        last = now;
      }
      if (first != null
          && now.taken() == incidents
          && now.nanos() - last.nanos() > DONE_AFTER_NANOS) {
        return between(first, last);
      }
      if (stage.ended().isDone()) {
        throw new StageException("it stopped before it had taken all incidents; see the log");
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private static Pace between(Look first, Look last) {
    double taken = last.taken() - first.taken();
    return new Pace(
        taken / (last.nanos() - first.nanos()) * 1e9,
        (last.cpuNanos() - first.cpuNanos()) / 1e3 / taken);
  }
}
