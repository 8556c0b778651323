// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of articles, written so that the same page has one address. */
public final class ArticleUrl {
  private static final int MAX_LENGTH = 2000;

  /** Parameters that say how a reader came, not what is read. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?:utm_\\w++|at_\\w++|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|ref_src"
              + "|ref_url|cmpid|smid|ito|ocid|ncid|taid|xtor|_ga|CMP)(?:=.*+)?+");

  /** Web archives write themselves, and when they kept it, before the addresses of a page. */
  private static final Pattern ARCHIVED =
      Pattern.compile(
          "https?://(?:web\\.archive\\.org/web|archive\\.(?:ph|is|today|li|vn|fo|md))"
              + "/[\\d.-]{4,20}(?:[a-z]{2}_)?/(?=https?:/)",
          Pattern.CASE_INSENSITIVE);

  private ArticleUrl() {}

  /**
   * The address with scheme and host in lower case, without fragment, default port and tracking
   * parameters; empty for what is no absolute http address, or a site's bare front page, which
   * careless sites give as the canonical address of all their articles. A web archive's copy has
   * the address of what it copies.
   */
  public static Optional<String> normalised(String address) {
    String url = ARCHIVED.matcher(address.strip()).replaceFirst("");
    if (url.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return normalised(new URI(url.replace(" ", "%20")));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The host of a normalised address, without www. */
  public static Optional<String> host(String url) {
    return Optional.ofNullable(URI.create(url).getHost()).map(h -> h.replaceFirst("^www\\.", ""));
  }

  private static Optional<String> normalised(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (!web || uri.getHost() == null) {
      return Optional.empty();
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String query = withoutTracking(uri.getRawQuery());
    if (path.length() <= 1 && query.isEmpty()) {
      return Optional.empty();
    }
    boolean defaultPort = uri.getPort() < 0 || uri.getPort() == (scheme.equals("http") ? 80 : 443);
    return Optional.of(
        scheme
            + "://"
            + uri.getHost().toLowerCase(Locale.ROOT)
            + (defaultPort ? "" : ":" + uri.getPort())
            + path
            + query);
  }

  private static String withoutTracking(String query) {
    if (query == null || query.isEmpty()) {
      return "";
    }
    String kept =
        Stream.of(query.split("&"))
            .filter(parameter -> !TRACKING.matcher(parameter).matches())
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
