// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Asks one host one thing, within all limits; follows no redirects. */
final class Transport implements AutoCloseable {
  /** Longer than any address and most cookies. */
  private static final int MAX_HEADER_CHARACTERS = 16 << 10;

  private static final int MAX_HEADERS = 200;

  private static final Http1Config LIMITS =
      Http1Config.custom()
          .setMaxLineLength(MAX_HEADER_CHARACTERS)
          .setMaxHeaderCount(MAX_HEADERS)
          .setMaxEmptyLineCount(2)
          .build();

  private final FetchSettings settings;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService deadlines = Daemons.scheduled("fetch-deadline", 1);

  Transport(FetchSettings settings) {
    this(settings, InetAddress::getAllByName);
  }

  Transport(FetchSettings settings, CheckedDns.Lookup lookup) {
    this.settings = settings;
    this.client = client(settings, lookup);
  }

  private static CloseableHttpClient client(FetchSettings settings, CheckedDns.Lookup lookup) {
    CheckedDns dns =
        new CheckedDns(
            lookup,
            settings.allowsPrivateAddresses() ? Reachable::isPublicOrPrivate : Reachable::isPublic);
    Timeout timeout = Timeout.of(settings.timeout());
    ConnectionConfig connections =
        ConnectionConfig.custom()
            .setConnectTimeout(timeout)
            .setSocketTimeout(timeout)
            .setTimeToLive(Timeout.ofMinutes(5))
            // Servers close idle connections as they like, and a request on such a one fails.
            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
            .build();
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder().http1Config(LIMITS).build())
                .setDefaultConnectionConfig(connections)
                .setMaxConnPerRoute(2)
                .setMaxConnTotal(64)
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setRedirectsEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setResponseTimeout(timeout)
                .setConnectionRequestTimeout(timeout)
                .build())
        .setUserAgent(UserAgent.of(settings.contact()))
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        // Its decoders have no limit of their own.
        .disableContentCompression()
        .build();
  }

  /**
   * One request and its answer, of any status.
   *
   * @param known validators of an earlier answer, so that the same is not sent again
   * @param limit how much of the body is read
   * @throws FetchException when there is no answer, or none that can be used
   */
  Answer get(URI url, Validators known, BodyLimit limit) throws FetchException {
    HttpGet request = request(url, known);
    AtomicBoolean isLate = new AtomicBoolean();
    ScheduledFuture<?> deadline =
        deadlines.schedule(
            () -> {
              isLate.set(true);
              request.cancel();
            },
            settings.timeout().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return answer(url, request, limit);
    } catch (FetchException e) {
      throw isLate.get() ? TransportFailure.late(settings.timeout()) : e;
    } catch (IOException | RuntimeException e) {
      throw isLate.get() ? TransportFailure.late(settings.timeout()) : TransportFailure.of(url, e);
    } finally {
      deadline.cancel(false);
    }
  }

  private static HttpGet request(URI url, Validators known) {
    HttpGet request = new HttpGet(url);
    request.setHeader(
        "Accept",
        "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml,"
            + " application/xml;q=0.9, text/*;q=0.8, */*;q=0.1");
    request.setHeader("Accept-Encoding", "gzip");
    known.etag().ifPresent(etag -> request.setHeader("If-None-Match", etag));
    known.lastModified().ifPresent(date -> request.setHeader("If-Modified-Since", date));
    return request;
  }

  private Answer answer(URI url, HttpGet request, BodyLimit limit)
      throws IOException, FetchException {
    HttpHost host = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
    ClassicHttpResponse response = client.executeOpen(host, request, null);
    try {
      Map<String, String> headers = headers(response);
      boolean hasContent = response.getCode() == Answer.OK && response.getEntity() != null;
      byte[] body =
          hasContent
              ? AnswerBody.read(response.getEntity().getContent(), headers, limit)
              : new byte[0];
      return new Answer(url, response.getCode(), headers, body);
    } finally {
      // Closing alone would first read what is left, however much it is.
      request.cancel();
      closeQuietly(response);
    }
  }

  private static void closeQuietly(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException ignored) {
      // The connection is gone already.
    }
  }

  private static Map<String, String> headers(ClassicHttpResponse response) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      if (header.getValue() != null) {
        headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
      }
    }
    return headers;
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
