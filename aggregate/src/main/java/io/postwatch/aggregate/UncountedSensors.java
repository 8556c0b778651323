// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.micrometer.core.instrument.Counter;
import io.postwatch.runtime.metrics.Metric;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.TaskId;

/** The metrics of {@link Uncounted} for one task. */
final class UncountedSensors implements AutoCloseable {
  private final StreamsMetrics metrics;
  private final Map<Uncounted, Sensor> sensors = new EnumMap<>(Uncounted.class);
  private final Map<Uncounted, Counter> counters = new EnumMap<>(Uncounted.class);

  UncountedSensors(StreamsMetrics metrics, TaskId task) {
    this.metrics = metrics;
    for (Uncounted reason : Uncounted.values()) {
      sensors.put(
          reason,
          metrics.addRateTotalSensor(
              Uncounted.SCOPE, task.toString(), reason.metric(), RecordingLevel.INFO));
      counters.put(reason, Metric.UNCOUNTED.counter("reason", reason.metric()));
    }
  }

  void record(Uncounted reason) {
    sensors.get(reason).record();
    counters.get(reason).increment();
  }

  @Override
  public void close() {
    sensors.values().forEach(metrics::removeSensor);
  }
}
