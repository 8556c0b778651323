// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.postwatch.runtime.StageException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one HTTP server of a process. */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  /** Nobody sends more than a few filters. */
  private static final long MOST_REQUEST_BYTES = 64 << 10;

  private static final int THREADS = 32;
  private static final int LEAST_THREADS = 4;
  private static final String ANY_V4 = "0.0.0.0";
  private static final String ANY_V6 = "::";

  private final Javalin server;
  private final HostPort advertised;
  private final String scheme;
  private final AtomicBoolean closed = new AtomicBoolean();

  private HttpServer(Javalin server, HttpConfig http) {
    this.server = server;
    this.scheme = http.scheme();
    this.advertised = http.advertised().orElseGet(() -> bound(http, server.port()));
  }

  /**
   * Starts it, and returns once it takes requests.
   *
   * @throws StageException when the port is taken, or is not this machine's
   */
  public static HttpServer start(HttpConfig http, List<HttpPart> parts) {
    HostPort bind = http.bind();
    warnOfStrangers(http);
    Javalin server = Javalin.create(config -> configure(config, http, parts));
    try {
      return new HttpServer(server.start(), http);
    } catch (RuntimeException e) {
      server.stop();
      throw new StageException(
          "http: cannot listen on %s: %s; expected a free port (http.port, 0 for any)"
              .formatted(bind, reason(e)),
          e);
    }
  }

  private static String reason(RuntimeException e) {
    return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
  }

  private static void warnOfStrangers(HttpConfig http) {
    if (http.access().isOpen() && !isLoopback(http.bind().host())) {
      LOG.warn(
          "http: listens on {} and answers everybody who reaches it; expected http.token, or"
              + " http.user and http.password",
          http.bind());
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static void configure(JavalinConfig config, HttpConfig own, List<HttpPart> parts) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = MOST_REQUEST_BYTES;
    config.jetty.threadPool = new QueuedThreadPool(THREADS, LEAST_THREADS);
    config.jetty.modifyHttpConfiguration(Connections::limit);
    config.jetty.modifyServer(server -> server.setErrorHandler(Problems::sendUnread));
    config.jetty.addConnector((server, plain) -> Connections.connector(server, plain, own));
    config.routes.before(new Guard(own.access(), hosts(own))::check);
    config.routes.exception(HttpProblem.class, (e, http) -> Problems.send(http, e));
    config.routes.exception(
        HttpResponseException.class,
        (e, http) -> Problems.send(http, new HttpProblem(e.getStatus(), e.getMessage())));
    config.routes.exception(Exception.class, HttpServer::fail);
    parts.forEach(part -> part.addTo(config));
  }

  private static Hosts hosts(HttpConfig http) {
    List<String> names = new ArrayList<>(http.hosts());
    names.addAll(List.of("localhost", http.bind().host(), ownName()));
    http.advertised().map(HostPort::host).ifPresent(names::add);
    return Hosts.of(names);
  }

  private static void fail(Exception e, Context http) {
    LOG.error("http: {} {} failed", http.method(), http.path(), e);
    Problems.send(http, new HttpProblem(500, "The request failed; the log says why."));
  }

  private static HostPort bound(HttpConfig http, int port) {
    String host = http.bind().host();
    return new HostPort(host.equals(ANY_V4) || host.equals(ANY_V6) ? ownName() : host, port);
  }

  private static String ownName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** Under what other instances reach it. */
  public HostPort advertised() {
    return advertised;
  }

  /** Where a browser finds it. */
  public URI uri() {
    return URI.create(scheme + "://" + advertised);
  }

  /** Stops taking requests; a second call does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      server.stop();
    }
  }
}
