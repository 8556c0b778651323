// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import io.postwatch.runtime.DeadLetters.Reason;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a record that can never be processed into the dead-letter topic, in the same transaction,
 * and goes on; what may go better next time stops the thread, to be tried again.
 */
public final class DeadLetterHandler
    implements DeserializationExceptionHandler,
        ProcessingExceptionHandler,
        ProductionExceptionHandler {
  static final String STAGE_CONFIG = "postwatch.stage";

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);

  private String stage = "";

  @Override
  public void configure(Map<String, ?> configs) {
    stage = String.valueOf(configs.get(STAGE_CONFIG));
    DeadLetters.expect(stage, Reason.values());
  }

  @Override
  public DeserializationExceptionHandler.Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    return isTransient(exception)
        ? DeserializationExceptionHandler.Response.fail()
        : DeserializationExceptionHandler.Response.resume(
            List.of(
                deadLetter(context, record.key(), record.value(), exception, Reason.UNREADABLE)));
  }

  @Override
  public ProcessingExceptionHandler.Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    // A punctuator has no record that could be at fault.
    return record == null || isTransient(exception)
        ? ProcessingExceptionHandler.Response.fail()
        : ProcessingExceptionHandler.Response.resume(
            List.of(deadLetter(context, exception, Reason.INVALID)));
  }

  @Override
  public ProductionExceptionHandler.Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
    return exception instanceof RecordTooLargeException
        ? ProductionExceptionHandler.Response.resume(
            List.of(deadLetter(context, exception, Reason.TOO_LARGE)))
        : ProductionExceptionHandler.Response.fail();
  }

  @Override
  @SuppressWarnings("rawtypes") // Raw in the interface.
  public ProductionExceptionHandler.Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord record,
      Exception exception,
      SerializationExceptionOrigin origin) {
    return isTransient(exception)
        ? ProductionExceptionHandler.Response.fail()
        : ProductionExceptionHandler.Response.resume(
            List.of(deadLetter(context, exception, Reason.UNWRITABLE)));
  }

  /** A broker or registry that does not answer says nothing about the record. */
  private static boolean isTransient(Throwable exception) {
    for (Throwable t = exception; t != null; t = t.getCause()) {
      if (t instanceof RetriableException) {
        return true;
      }
      if (t instanceof SerializationException || t instanceof IllegalArgumentException) {
        continue;
      }
      if (t instanceof KafkaException) {
        return true;
      }
    }
    return false;
  }

  private ProducerRecord<byte[], byte[]> deadLetter(
      ErrorHandlerContext context, Exception exception, Reason kind) {
    return deadLetter(context, context.sourceRawKey(), context.sourceRawValue(), exception, kind);
  }

  private ProducerRecord<byte[], byte[]> deadLetter(
      ErrorHandlerContext context, byte[] key, byte[] value, Exception exception, Reason kind) {
    String reason = Causes.rootMessage(exception);
    LOG.warn(
        "dead letter: {}-{} at offset {}: {}",
        context.topic(),
        context.partition(),
        context.offset(),
        reason);
    Map<String, String> origin =
        Map.of(
            "topic", String.valueOf(context.topic()),
            "partition", Integer.toString(context.partition()),
            "offset", Long.toString(context.offset()));
    return DeadLetters.record(key, value, kind, reason, stage, origin);
  }
}
