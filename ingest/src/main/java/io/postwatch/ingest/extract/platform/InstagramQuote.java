// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Instagram's blockquote, in all versions: the caption, if the embedder asked for it, in a link to
 * the post, then a signature, with the handle in brackets, in the language of the page.
 */
final class InstagramQuote implements QuoteReader {
  private static final Pattern HANDLE = Pattern.compile("[(（]@([\\w.]{1,30}+)[)）]");

  /** "View this post on Instagram", in any language; longer ones are captions. */
  private static final int MAX_INVITATION = 60;

  @Override
  public Shown read(Element quote, PostAddress address, Instant latest) {
    String text = Words.text(quote);
    Optional<MatchResult> signature = HANDLE.matcher(text).results().reduce((a, b) -> b);
    Shown caption =
        quote.select("a[href]").stream()
            .filter(link -> address.isAt(link.attr("href")))
            .filter(link -> link.selectFirst("div") == null)
            .map(link -> Words.of(link, Set.of()))
            .filter(words -> isCaption(words.text(), signature))
            .findFirst()
            .orElse(Shown.NOTHING);
    Shown shown = caption.dated(null, ShownTime.in(quote, latest));
    return signature
        .map(s -> shown.signed(s.group(1).toLowerCase(Locale.ROOT), author(quote, text, s)))
        .orElse(shown);
  }

  private static boolean isCaption(String text, Optional<MatchResult> signature) {
    boolean invitation = text.length() <= MAX_INVITATION && text.contains("Instagram");
    boolean signs = signature.map(MatchResult::group).filter(text::contains).isPresent();
    return !text.isEmpty() && !invitation && !signs;
  }

  /** The name as the link to the profile has it, else as it stands in the signature. */
  private static String author(Element quote, String text, MatchResult signature) {
    List<Element> links = quote.select("a[href]");
    for (Element link : links) {
      Optional<WebAddress> address = WebAddress.parse(link.attr("href"));
      String name = Words.text(link);
      if (address.isPresent()
          && address.get().path().equals(List.of(signature.group(1)))
          && !name.isEmpty()
          && !HANDLE.matcher(name).find()) {
        return name;
      }
    }
    int line = text.lastIndexOf('\n', signature.start()) + 1;
    return InstagramSignature.name(
        text.substring(line, signature.start()), text.substring(signature.end()));
  }
}
