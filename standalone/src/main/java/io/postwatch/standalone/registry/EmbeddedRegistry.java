// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.postwatch.registry.InMemorySchemaRegistry;
import io.postwatch.registry.RegistryException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry inside this process, on loopback only, that speaks Confluent's REST protocol
 * for Avro and keeps its state in the broker's topic {@code _schemas}.
 */
public final class EmbeddedRegistry implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
  private static final String HOST = "127.0.0.1";
  private static final int THREADS = 16;

  private final SchemasTopic topic;
  private final Javalin server;
  private final String url;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedRegistry(SchemasTopic topic, Javalin server) {
    this.topic = topic;
    this.server = server;
    this.url = "http://" + HOST + ":" + server.port();
  }

  /**
   * Starts the registry with what the topic holds and returns once it takes requests.
   *
   * @param bootstrapServers the broker, {@code host:port}
   * @param port port to listen on, 0 for a free one
   * @throws IOException when the port is taken or the topic cannot be read
   */
  public static EmbeddedRegistry start(String bootstrapServers, int port) throws IOException {
    SchemasTopic topic = open(bootstrapServers);
    try {
      InMemorySchemaRegistry registry = new InMemorySchemaRegistry(topic);
      topic.catchUp(registry::replay);
      Javalin server = Javalin.create(config -> configure(config, registry));
      return new EmbeddedRegistry(topic, server.start(HOST, port));
    } catch (RuntimeException e) {
      topic.close();
      throw failed(port, e);
    }
  }

  private static SchemasTopic open(String bootstrapServers) throws IOException {
    try {
      return SchemasTopic.open(bootstrapServers);
    } catch (RegistryException e) {
      throw new IOException("could not start the schema registry: " + e.getMessage(), e);
    }
  }

  private static IOException failed(int port, RuntimeException cause) {
    return new IOException(
        "could not start the schema registry on port %d: %s".formatted(port, cause.getMessage()),
        cause);
  }

  private static void configure(JavalinConfig config, InMemorySchemaRegistry registry) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.jetty.threadPool = new QueuedThreadPool(THREADS, 2);
    config.routes.before(EmbeddedRegistry::refuseForeignPages);
    config.routes.get("/", http -> Answers.send(http, Answers.object()));
    new SubjectRoutes(registry).addTo(config.routes);
    new SchemaRoutes(registry).addTo(config.routes);
    new SettingRoutes(registry).addTo(config.routes);
    config.routes.exception(RegistryException.class, (e, http) -> Answers.send(http, e));
    config.routes.exception(HttpResponseException.class, EmbeddedRegistry::refuse);
    config.routes.exception(Exception.class, EmbeddedRegistry::fail);
  }

  /**
   * A page in the user's browser may send requests to loopback; clients of a registry are no pages.
   */
  private static void refuseForeignPages(Context http) {
    if (http.method() != HandlerType.GET && http.header("Origin") != null) {
      throw new RegistryException(403, 403, "Web pages may not change the registry");
    }
  }

  private static void refuse(HttpResponseException e, Context http) {
    Answers.send(http, new RegistryException(e.getStatus(), e.getStatus(), e.getMessage()));
  }

  private static void fail(Exception e, Context http) {
    LOG.error("registry: {} {} failed", http.method(), http.path(), e);
    Answers.send(http, new RegistryException(500, 50001, "Error in the registry: " + e));
  }

  /** The registry's base URL. */
  public String url() {
    return url;
  }

  /** Stops taking requests and lets go of the broker; a second call does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      server.stop();
      topic.close();
    }
  }
}
