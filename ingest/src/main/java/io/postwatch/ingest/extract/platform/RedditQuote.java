// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Reddit's blockquote: the title, around a link to the post, then author and subreddit. */
final class RedditQuote implements QuoteReader {
  private static final Pattern AUTHOR = Pattern.compile("\\bu/([\\w-]{2,40}+)");

  /** What Reddit writes in the place of a comment, or of a title it was not given. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?i)comment|view discussion|view on reddit|(?:reddit )?post|https?://.*+");

  @Override
  public Shown read(Element quote, PostAddress address, Instant latest) {
    Matcher author = AUTHOR.matcher(Words.text(quote));
    String handle = author.find() ? author.group(1).toLowerCase(Locale.ROOT) : null;
    for (Element link : quote.select("a[href]")) {
      if (Words.leadsTo(address, link)) {
        Shown title = Words.of(link, java.util.Set.of());
        boolean own = !PLACEHOLDER.matcher(title.text()).matches();
        return (own ? title : Shown.NOTHING).signed(handle, null);
      }
    }
    return Shown.NOTHING.signed(handle, null);
  }
}
