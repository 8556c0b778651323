// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.kafka;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.ControllerServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;

/**
 * The broker that ran on these data before, of which the metadata say that it is at work still.
 *
 * <p>It has to be struck out before its successor starts, which would else lead all partitions in
 * its name, and finish its transactions, until the controller misses it some seconds later. At that
 * moment every partition is without a leader, and Kafka 4.3 takes such partitions for deleted ones:
 * it notes a transaction as complete whose markers it has not written, and whoever reads committed
 * records stops there for ever. On a busy machine one in some thirty restarts after a kill did.
 */
final class Predecessor implements MetadataPublisher {
  /** A controller that is alone becomes active within some tenths of a second. */
  private static final long PATIENCE_SECONDS = 30;

  private static final long PAUSE_MILLIS = 20;

  private final int broker;
  private final CompletableFuture<Boolean> isThere = new CompletableFuture<>();
  private final CompletableFuture<Void> gone = new CompletableFuture<>();

  private Predecessor(int broker) {
    this.broker = broker;
  }

  /**
   * Strikes it out and returns once that is what any publisher of metadata is told.
   *
   * @throws KafkaException when the controller does not do it
   */
  static void strikeOut(int broker, ControllerServer controller, SharedServer shared) {
    Predecessor predecessor = new Predecessor(broker);
    try {
      within(shared.loader().installPublishers(List.of(predecessor)));
      if (within(predecessor.isThere)) {
        unregister(broker, controller);
        within(predecessor.gone);
      }
      within(shared.loader().removeAndClosePublisher(predecessor));
    } catch (ExecutionException e) {
      throw new KafkaException("cannot take over from broker " + broker, e.getCause());
    } catch (TimeoutException e) {
      throw new KafkaException(
          "cannot take over from broker " + broker + " within " + PATIENCE_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  private static void unregister(int broker, ControllerServer controller)
      throws ExecutionException, TimeoutException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        within(controller.controller().unregisterBroker(asOurselves(), broker));
        return;
      } catch (ExecutionException e) {
        // The metadata may be read before the controller has taken up its work.
        if (!(e.getCause() instanceof NotControllerException) || System.nanoTime() > deadline) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
  }

  private static ControllerRequestContext asOurselves() {
    return new ControllerRequestContext(
        new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
  }

  private static <T> T within(CompletableFuture<T> future)
      throws ExecutionException, TimeoutException, InterruptedException {
    return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public String name() {
    return "Predecessor";
  }

  @Override
  public void onMetadataUpdate(
      MetadataDelta delta, MetadataImage newImage, LoaderManifest manifest) {
    BrokerRegistration registration = newImage.cluster().broker(broker);
    boolean isAtWork = registration != null && !registration.fenced();
    isThere.complete(isAtWork);
    if (!isAtWork) {
      gone.complete(null);
    }
  }

  /** Holds nothing open. */
  @Override
  public void close() {}
}
