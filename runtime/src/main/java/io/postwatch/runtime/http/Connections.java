// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** How requests come in. */
final class Connections {
  /** URL and headers together; a cursor is the longest that anybody needs. */
  static final int MOST_HEADER_BYTES = 16 << 10;

  private Connections() {}

  static void limit(HttpConfiguration configuration) {
    configuration.setRequestHeaderSize(MOST_HEADER_BYTES);
    configuration.setSendServerVersion(false);
  }

  static ServerConnector connector(Server server, HttpConfiguration plain, HttpConfig http) {
    ServerConnector connector =
        http.tls()
            .map(tls -> secure(server, plain, tls))
            .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(plain)));
    connector.setHost(http.bind().host());
    connector.setPort(http.bind().port());
    return connector;
  }

  private static ServerConnector secure(Server server, HttpConfiguration plain, Tls tls) {
    HttpConfiguration configuration = new HttpConfiguration(plain);
    // Whether the host is ours is checked with and without TLS.
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStore(tls.keyStore());
    context.setKeyStorePassword(Tls.PASSWORD);
    return new ServerConnector(
        server,
        new SslConnectionFactory(context, "http/1.1"),
        new HttpConnectionFactory(configuration));
  }
}
