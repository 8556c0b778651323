// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that can be fetched, in one spelling: http or https, a host, no credentials. */
public final class WebUrl {
  private static final int MAX_LENGTH = 4000;
  private static final int MAX_PORT = 65_535;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^/?#]++.*+", Pattern.DOTALL);
  private static final Pattern IPV6 = Pattern.compile("(?i)https?://\\[.*+");
  private static final BasicURLNormalizer NORMALIZER = BasicURLNormalizer.newBuilder().build();

  private WebUrl() {}

  /** The address as browsers would ask for it: escaped, the host in ASCII, no fragment. */
  public static Optional<URI> parse(String text) {
    String url = text.strip();
    if (url.length() > MAX_LENGTH || !WEB.matcher(url).matches()) {
      return Optional.empty();
    }
    // The normaliser knows no IPv6 literals.
    String normal = IPV6.matcher(url).matches() ? url : NORMALIZER.filter(url);
    if (normal == null) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(normal);
      return isFetchable(uri) && !hasCredentials(url) ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The address that a link on a page means; empty where it leads to nothing that is fetched. */
  public static Optional<URI> resolve(URI page, String link) {
    String target = link.strip();
    if (target.isEmpty() || target.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return parse(org.jsoup.internal.StringUtil.resolve(page.toString(), target));
  }

  /** What has one robots.txt: scheme, host and port. */
  static String origin(URI url) {
    return url.getScheme().toLowerCase(Locale.ROOT) + "://" + url.getRawAuthority();
  }

  /** What is asked one thing at a time: the host and the port, also where it is the usual one. */
  static String hostAndPort(URI url) {
    int usual = url.getScheme().equalsIgnoreCase("https") ? HTTPS_PORT : HTTP_PORT;
    int port = url.getPort() == -1 ? usual : url.getPort();
    return url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }

  private static boolean isFetchable(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && url.getHost() != null
        && url.getPort() <= MAX_PORT
        && url.getRawUserInfo() == null;
  }

  private static boolean hasCredentials(String url) {
    int host = url.indexOf("//") + 2;
    int end = host;
    while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(host, end).contains("@");
  }
}
