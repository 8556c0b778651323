// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address on the web, taken apart leniently: embed codes hold spaces, doubly escaped ampersands
 * and other things that {@link java.net.URI} refuses.
 *
 * @param host in lower case, without port
 * @param path the path's parts, percent-decoded, none of them empty
 * @param query as written, without the question mark
 */
record WebAddress(String host, List<String> path, String query) {
  /** Addresses of posts are much shorter; those of embedding services carry one within. */
  private static final int MAX_LENGTH = 4000;

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:https?:)?//(?:[^/?#@\\s]*+@)?+([a-z0-9.-]{3,253}+)(?::\\d{1,5})?+"
              + "(/[^?#]*+)?+(?:\\?([^#]*+))?+(?:#.*+)?+",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile("(?:www|m|embed)\\.[a-z0-9-]++\\.[a-z]{2,}+/.*+", Pattern.DOTALL);

  /** Web archives write themselves before every address of a page that they keep. */
  private static final Pattern ARCHIVED =
      Pattern.compile(
          "(?:https?:)?//(?:web\\.archive\\.org/web/\\w{1,30}+"
              + "|archive\\.(?:ph|is|today|li|vn|fo|md)/o/\\w{1,10}+)/(?=http)");

  /** Reads an address with or without scheme; empty for all that is none. */
  static Optional<WebAddress> parse(String address) {
    String url = address.strip();
    if (url.length() > MAX_LENGTH || url.length() < 8) {
      return Optional.empty();
    }
    url = unescaped(url);
    Matcher archived = ARCHIVED.matcher(url);
    if (archived.lookingAt()) {
      url = url.substring(archived.end());
    }
    Matcher matcher = SHAPE.matcher(WITHOUT_SCHEME.matcher(url).matches() ? "//" + url : url);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String path = matcher.group(2) == null ? "" : matcher.group(2);
    return Optional.of(
        new WebAddress(
            matcher.group(1).toLowerCase(Locale.ROOT),
            Arrays.stream(path.split("/"))
                .filter(p -> !p.isEmpty())
                .map(WebAddress::decoded)
                .toList(),
            matcher.group(3) == null ? "" : matcher.group(3)));
  }

  /** True where the text can only be an address, so that parsing it is worth the time. */
  static boolean isLikely(String text) {
    return text.startsWith("http")
        || text.startsWith("//")
        || text.startsWith("www.")
        || text.startsWith("at://");
  }

  /** The last two labels of the host, e.g. {@code youtube.com}. */
  String domain() {
    int dot = host.lastIndexOf('.', host.lastIndexOf('.') - 1);
    return host.substring(dot + 1);
  }

  /** The path's part at that place, empty where it has none. */
  String part(int index) {
    return index < path.size() ? path.get(index) : "";
  }

  /** The part of the path after the first that is equal to a name, empty where none follows. */
  String partAfter(String name) {
    int at = path.indexOf(name);
    return at < 0 ? "" : part(at + 1);
  }

  /** The first value of that name in the query that is not empty, percent-decoded. */
  Optional<String> parameter(String name) {
    for (int at = query.indexOf(name); at >= 0; at = query.indexOf(name, at + 1)) {
      int value = at + name.length() + 1;
      boolean whole = at == 0 || query.charAt(at - 1) == '&';
      if (whole && value < query.length() && query.charAt(value - 1) == '=') {
        int end = query.indexOf('&', value);
        String text = query.substring(value, end < 0 ? query.length() : end);
        if (!text.isEmpty()) {
          return Optional.of(decoded(text));
        }
      }
    }
    return Optional.empty();
  }

  private static String unescaped(String url) {
    String plain = url.replace("&amp;", "&").replace("\\/", "/");
    return plain.startsWith("http") && plain.regionMatches(true, 4, "s%3A%2F%2F", 0, 10)
        ? decoded(plain)
        : plain;
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
