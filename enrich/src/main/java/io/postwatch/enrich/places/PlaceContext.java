// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.tokens.PostText;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known about where a text stands.
 *
 * @param country ISO 3166-1 alpha-2 code of the outlet's country; null where unknown
 * @param around texts that stand around it, such as the article's title
 */
public record PlaceContext(String country, List<PostText> around) {
  /** Nothing is known. */
  public static final PlaceContext NONE = new PlaceContext(null, List.of());

  /** Endings that are bought for what they spell rather than for where they belong. */
  private static final Set<String> ELSEWHERE =
      Set.of("IO", "TV", "ME", "CO", "AI", "FM", "LY", "CC", "WS", "TO", "AM", "GG", "EU", "IS");

  /**
   * The context of a post in an article; what is not known is null.
   *
   * @param url of the article
   * @param title of the article
   * @param around what it says around the post
   */
  public static PlaceContext ofArticle(String url, String title, String around) {
    return new PlaceContext(
        url == null ? null : countryOf(url),
        Stream.of(title, around)
            .filter(text -> text != null && !text.isBlank())
            .map(PostText::of)
            .toList());
  }

  /** The country that the ending of a host name says: .kz, .co.uk. */
  private static String countryOf(String url) {
    String host = hostOf(url);
    String ending = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    if (ending.length() != 2 || ELSEWHERE.contains(ending)) {
      return null;
    }
    return ending.equals("UK") ? "GB" : ending;
  }

  private static String hostOf(String url) {
    try {
      String host = URI.create(url).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
