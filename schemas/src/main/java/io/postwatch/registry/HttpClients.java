// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/** The HTTP clients that reach registries. */
final class HttpClients {
  private static final Duration USUAL_CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private HttpClients() {}

  /** Shared where nothing is special: each client has a thread, and Streams makes many serdes. */
  static HttpClient forConfig(RegistryConfig config) {
    boolean usual = config.ssl().isEmpty() && config.connectTimeout().equals(USUAL_CONNECT_TIMEOUT);
    return usual ? Shared.CLIENT : build(config);
  }

  private static HttpClient build(RegistryConfig config) {
    HttpClient.Builder client = builder(config.connectTimeout());
    if (!config.ssl().isEmpty()) {
      client.sslContext(sslContext(config.ssl()));
    }
    return client.build();
  }

  /** HTTP/1.1: the offer to go on in HTTP/2 confuses old servers and gains nothing here. */
  private static HttpClient.Builder builder(Duration connectTimeout) {
    return HttpClient.newBuilder()
        .version(Version.HTTP_1_1)
        .followRedirects(Redirect.NEVER)
        .connectTimeout(connectTimeout);
  }

  /** Reads the stores as Kafka's own clients do: JKS, PKCS12 or PEM, in files or in the values. */
  private static SSLContext sslContext(Map<String, Object> ssl) {
    ConfigDef definition = new ConfigDef();
    SslConfigs.addClientSslSupport(definition);
    try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
      factory.configure(definition.parse(ssl));
      return factory.sslContext();
    }
  }

  private static final class Shared {
    static final HttpClient CLIENT = builder(USUAL_CONNECT_TIMEOUT).build();
  }
}
