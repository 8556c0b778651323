// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.kafka;

import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * A controller and the only broker of its cluster: what Kafka's own {@code KafkaRaftServer} is, but
 * for what has to be done between the starts of the two (see {@link Predecessor}).
 */
final class OneNode {
  private static final Logger LOG = LoggerFactory.getLogger(OneNode.class);

  private final int id;
  private final SharedServer shared;
  private final ControllerServer controller;
  private final BrokerServer broker;

  OneNode(KafkaConfig config) {
    id = config.nodeId();
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> directories =
        KafkaRaftServer.initializeLogDirs(config, LOG, "");
    Metrics metrics =
        Server.initializeMetrics(config, Time.SYSTEM, directories._1().clusterId().orElseThrow());
    QuorumConfig quorum = config.quorumConfig();
    shared =
        new SharedServer(
            config,
            directories._1(),
            Time.SYSTEM,
            metrics,
            CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
            QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
            new StandardFaultHandlerFactory(),
            ServerSocketFactory.INSTANCE);
    broker = new BrokerServer(shared);
    controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2());
  }

  /** Returns once the broker takes requests; {@link #stop} is due even when this fails. */
  void start() {
    controller.startup();
    Predecessor.strikeOut(id, controller, shared);
    broker.startup();
  }

  /** Returns once all is on disk; does nothing to what was never started. */
  void stop() {
    broker.shutdown();
    controller.shutdown();
  }
}
