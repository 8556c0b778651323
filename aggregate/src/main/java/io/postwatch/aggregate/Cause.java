// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.runtime.trace.TraceContext;
import io.postwatch.schema.Incident;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What a count is published for.
 *
 * @param arrivedAt when the earliest incident that it includes and the last one did not had arrived
 *     at ingest, epoch milliseconds
 * @param trace in which trace the latest of them came
 */
record Cause(long arrivedAt, TraceContext trace) {
  static Cause of(Record<String, Incident> record) {
    return new Cause(
        record.value().getIngestedAt().toEpochMilli(), TraceContext.of(record.headers()));
  }

  /** Both together, this one being the earlier. */
  Cause and(Cause later) {
    return new Cause(
        Math.min(arrivedAt, later.arrivedAt), later.trace.isEmpty() ? trace : later.trace);
  }
}
