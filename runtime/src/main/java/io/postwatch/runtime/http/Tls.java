// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import io.postwatch.runtime.Settings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * How a server proves who it is, and whom it believes when it asks another one.
 *
 * @param chain its certificate, and those that vouch for it
 * @param key of its certificate
 * @param trusted further certificates that others may be vouched for by
 */
public record Tls(List<X509Certificate> chain, PrivateKey key, List<X509Certificate> trusted) {
  /** The store never leaves this process. */
  static final String PASSWORD = "in-process";

  private static final String CERTIFICATE = "http.tls.certificate";
  private static final String KEY = "http.tls.key";
  private static final String TRUST = "http.tls.trust";

  public Tls {
    chain = List.copyOf(chain);
    trusted = List.copyOf(trusted);
  }

  /**
   * Reads http.tls; empty where nothing is set.
   *
   * @throws io.postwatch.runtime.SettingsException when one of certificate and key is missing, a
   *     file cannot be read, or the key is another certificate's
   */
  static Optional<Tls> from(Settings settings) {
    Optional<List<X509Certificate>> chain = read(settings, CERTIFICATE, Pem::certificates);
    Optional<PrivateKey> key = read(settings, KEY, Pem::key);
    Optional<List<X509Certificate>> trusted = read(settings, TRUST, Pem::certificates);
    if (chain.isEmpty() && key.isEmpty() && trusted.isEmpty()) {
      return Optional.empty();
    }
    if (chain.isEmpty()) {
      throw settings.invalid(CERTIFICATE, "expected a PEM file with the server's certificate");
    }
    if (key.isEmpty()) {
      throw settings.invalid(KEY, "expected a PEM file with the key of http.tls.certificate");
    }
    if (!Pem.belong(key.get(), chain.get().get(0).getPublicKey())) {
      throw settings.invalid(
          KEY, "expected the key of the first certificate in " + CERTIFICATE + ", not another's");
    }
    return Optional.of(new Tls(chain.get(), key.get(), trusted.orElse(List.of())));
  }

  private static <T> Optional<T> read(Settings settings, String name, Function<byte[], T> reading) {
    return settings
        .text(name)
        .map(
            path -> {
              byte[] bytes = SettingsFile.bytes(settings, name, path);
              try {
                return reading.apply(bytes);
              } catch (IllegalArgumentException e) {
                throw settings.invalid(name, e.getMessage());
              }
            });
  }

  /** Key and certificate as a server takes them, under {@link #PASSWORD}. */
  KeyStore keyStore() {
    try {
      KeyStore store = empty();
      store.setKeyEntry("server", key, PASSWORD.toCharArray(), chain.toArray(Certificate[]::new));
      return store;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PKCS #12", e);
    }
  }

  /**
   * By which other instances are asked: it believes what Java does, this server and {@link
   * #trusted}.
   */
  public SSLContext client() {
    try {
      KeyStore store = empty();
      List<X509Certificate> anchors = new ArrayList<>(usual());
      anchors.addAll(chain);
      anchors.addAll(trusted);
      for (int i = 0; i < anchors.size(); i++) {
        store.setCertificateEntry("anchor" + i, anchors.get(i));
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(store), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  private static List<X509Certificate> usual() throws GeneralSecurityException {
    return Arrays.stream(managers(null))
        .filter(X509TrustManager.class::isInstance)
        .flatMap(one -> Arrays.stream(((X509TrustManager) one).getAcceptedIssuers()))
        .toList();
  }

  private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException e) {
      throw new IllegalStateException("an empty key store is made without reading", e);
    }
  }
}
