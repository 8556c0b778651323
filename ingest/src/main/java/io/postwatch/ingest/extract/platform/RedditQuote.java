// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Reddit's blockquote: the title, around a link to the post, then author and subreddit. */
final class RedditQuote implements QuoteReader {
  /** What Reddit writes in the place of a comment, or of a title it was not given. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?i)comment|view discussion|view on reddit|(?:reddit )?post|https?://.*+");

  private static final Pattern NAME = Pattern.compile("/?u/([\\w-]{3,20})");

  @Override
  public Shown read(Element quote, PostAddress address, Instant latest) {
    String handle = author(quote);
    for (Element link : quote.select(Words.LINK)) {
      if (address.isAt(link.attr("href"))) {
        Shown title = Words.of(link, Set.of());
        boolean own = !PLACEHOLDER.matcher(title.text()).matches();
        return (own ? title : Shown.NOTHING).signed(handle, null);
      }
    }
    return Shown.NOTHING.signed(handle, null);
  }

  /** By the link to the account; Reddit's embeds of comments name it around one to the post. */
  private static String author(Element quote) {
    return linked(quote)
        .or(
            () ->
                quote.select(Words.LINK).stream()
                    .map(link -> NAME.matcher(link.text().strip()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1).toLowerCase(Locale.ROOT))
                    .findFirst())
        .orElse(null);
  }

  private static Optional<String> linked(Element quote) {
    return quote.select(Words.LINK).stream()
        .flatMap(link -> WebAddress.parse(link.attr("href")).stream())
        .filter(address -> address.domain().equals("reddit.com") && address.path().size() == 2)
        .flatMap(address -> RedditAddress.account(address).stream())
        .findFirst();
  }
}
