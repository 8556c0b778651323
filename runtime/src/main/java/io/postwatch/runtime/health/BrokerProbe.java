// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.health;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.health.HealthCheck.Status;
import io.postwatch.runtime.metrics.ClientMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Asks Kafka which brokers there are. */
final class BrokerProbe implements Probe {
  private static final int PATIENCE_MILLIS = 2_000;

  private final KafkaSettings kafka;
  private AdminClient admin;
  private ClientMetrics metrics;
  private boolean isClosed;

  BrokerProbe(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  @Override
  public Status ask() throws InterruptedException {
    DescribeClusterOptions patience = new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS);
    try {
      client().describeCluster(patience).nodes().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      return new Status(true, "answers");
    } catch (TimeoutException e) {
      return noAnswer();
    } catch (ExecutionException e) {
      return e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException
          ? noAnswer()
          : new Status(false, e.getCause().getClass().getSimpleName());
    }
  }

  private static Status noAnswer() {
    return new Status(false, "no answer within %d ms".formatted(PATIENCE_MILLIS));
  }

  private synchronized AdminClient client() {
    if (isClosed) {
      throw new IllegalStateException("closed");
    }
    if (admin == null) {
      Map<String, Object> properties = kafka.clientProperties();
      admin = (AdminClient) Admin.create(properties);
      metrics = ClientMetrics.of(admin);
    }
    return admin;
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    if (admin != null) {
      metrics.close();
      admin.close(Duration.ZERO);
    }
  }
}
