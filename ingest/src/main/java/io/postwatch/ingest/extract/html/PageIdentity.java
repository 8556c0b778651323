// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * By what a page's state may name the article that the page is.
 *
 * @param slugs last parts of its addresses, without extension, in lower case
 * @param titles its titles, letters and digits only, in lower case
 */
record PageIdentity(List<String> slugs, List<String> titles) {
  /** Shorter slugs are found in others by chance. */
  private static final int MIN_SLUG = 8;

  private static final int MAX_LENGTH = 2000;

  private static final Pattern AFTER_PATH = Pattern.compile("[?#].*+", Pattern.DOTALL);
  private static final Pattern EXTENSION = Pattern.compile("/++$|\\.[a-z]{2,5}/*+$");
  private static final Pattern SCHEME_AND_HOST = Pattern.compile("^(?:[a-z]+:)?//[^/]*+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]++");

  static PageIdentity of(Document page) {
    List<String> slugs = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    slugs.add(slug(page.location()));
    titles.add(words(page.title()));
    for (Element child : page.head().children()) {
      if (child.nameIs("link") && child.attr("rel").equalsIgnoreCase("canonical")) {
        slugs.add(slug(child.attr("href")));
      } else if (child.nameIs("meta") && child.attr("property").equals("og:url")) {
        slugs.add(slug(child.attr("content")));
      } else if (child.nameIs("meta") && child.attr("property").equals("og:title")) {
        titles.add(words(child.attr("content")));
      }
    }
    slugs.removeIf(String::isEmpty);
    titles.removeIf(String::isEmpty);
    return new PageIdentity(List.copyOf(slugs), List.copyOf(titles));
  }

  /** False where an article of that address and title must be another one. */
  boolean mayBe(String address, String title) {
    String slug = slug(address);
    String words = words(title);
    boolean nothingToCompare = slug.isEmpty() || slugs.isEmpty();
    return slugs.stream().anyMatch(own -> isSame(own, slug))
        || !words.isEmpty() && titles.stream().anyMatch(own -> own.startsWith(words))
        || nothingToCompare && (words.isEmpty() || titles.isEmpty());
  }

  private static boolean isSame(String own, String other) {
    return own.equals(other)
        || other.length() >= MIN_SLUG && own.contains(other)
        || own.length() >= MIN_SLUG && other.contains(own);
  }

  /** The last part of an address's path; empty for a site's front page. */
  private static String slug(String address) {
    if (address.length() > MAX_LENGTH) {
      return "";
    }
    String path = AFTER_PATH.matcher(address.strip().toLowerCase(Locale.ROOT)).replaceAll("");
    path = SCHEME_AND_HOST.matcher(path).replaceAll("");
    path = EXTENSION.matcher(path).replaceAll("");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String words(String title) {
    return NO_WORD.matcher(title).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
