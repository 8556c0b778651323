// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCount;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Where a task's results go: one method for each sink of the topology. */
record CountSink(ProcessorContext<Object, SpecificRecord> context) {

  /** Publishes a count, stamped with the time of its change: the broker deletes by that. */
  void count(CountKey key, IncidentCount count) {
    context.forward(
        new Record<>(key.published(), count, count.getUpdatedAt().toEpochMilli()),
        key.isOfWatchList() ? AggregateTopology.WATCH_LIST_COUNTS : AggregateTopology.COUNTS);
  }

  void late(Record<String, Incident> record) {
    context.forward(record, AggregateTopology.LATE);
  }
}
