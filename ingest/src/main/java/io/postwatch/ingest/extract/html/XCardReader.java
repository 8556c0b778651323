// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.post.PostText;
import io.postwatch.ingest.extract.text.Signature;
import io.postwatch.ingest.extract.text.SignatureFinder;
import io.postwatch.ingest.extract.x.StatusLink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/**
 * Reads the card of an X post that was rendered before the page was saved, or that a content system
 * draws itself: the author above the words, the date below, each in an element whose class says so.
 */
final class XCardReader {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:^|[\\s_-])tweet[-_]*(?:text|body-text|content|body|message)(?:$|\\s)|e-entry-title"
              + "|(?:^|\\s)twt-text|tweet__(?:text|body|content)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME =
      Pattern.compile(
          "tweet-?author-name|display-?name|(?:full-?name|author-?name|user-?name)(?:$|\\s)|p-name",
          Pattern.CASE_INSENSITIVE);

  /** As X's API writes times: {@code Fri Sep 30 15:13:45 +0000 2016}. */
  private static final Pattern API_TIME =
      Pattern.compile("\\p{L}{3} (\\p{L}{3}) (\\d{1,2}) [\\d:]{5,8} \\S{1,12} (\\d{4})");

  /** A handle, as links to its account show it. */
  private static final Pattern HANDLE = Pattern.compile("@\\w{1,20}");

  /** A time of day before a date, as X's cards show it. */
  private static final Pattern TIME_FIRST =
      Pattern.compile("^[\\d:.]{4,8} ?(?:[AaPp][Mm])? *[-·] *");

  private final ShownLinks shownLinks = new ShownLinks();

  /** The post; empty where no part of the element is said to be its words, or none links to it. */
  Optional<FoundPost> read(Element element, Instant latest) {
    if (NodeTraversor.filter(XCardReader::wordsIn, element) != FilterResult.STOP) {
      return Optional.empty();
    }
    Parts parts = new Parts();
    NodeTraversor.filter(parts, element);
    return parts.words == null || parts.link == null
        ? Optional.empty()
        : Optional.of(post(parts, latest));
  }

  /** Quotes inside are read for themselves. */
  private static FilterResult wordsIn(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    if (depth > 0 && element.nameIs("blockquote")) {
      return FilterResult.SKIP_ENTIRELY;
    }
    return isWords(element) ? FilterResult.STOP : FilterResult.CONTINUE;
  }

  private static boolean isWords(Element element) {
    String classes = element.attributesSize() == 0 ? "" : element.attributes().get("class");
    return (classes.contains("weet") || classes.contains("twt-") || classes.contains("entry-title"))
        && WORDS.matcher(classes).find();
  }

  private FoundPost post(Parts parts, Instant latest) {
    ShownText shown = ShownText.of(parts.words, child -> XNames.isQuoted(child.attr("class")));
    StatusLink link = parts.link;
    String name = parts.name == null ? null : parts.name.text().strip();
    boolean named = name != null && !name.isEmpty() && !HANDLE.matcher(name).matches();
    Optional<String> handle =
        Optional.ofNullable(link.handle()).or(() -> Optional.ofNullable(parts.handle));
    return new FoundPost(
        "x",
        link.id(),
        handle.orElse(null),
        named ? name : null,
        PostText.bounded(shown.text().strip()),
        day(parts.date, latest),
        shownLinks.in(shown, 0, shown.text().length()),
        link.url());
  }

  /** Reads a date by the rules for signatures. */
  private static LocalDate day(String date, Instant latest) {
    Matcher time = API_TIME.matcher(date);
    String shown = time.find() ? time.group(1) + " " + time.group(2) + ", " + time.group(3) : date;
    String signed = "— X (@x) " + TIME_FIRST.matcher(shown).replaceFirst("");
    return SignatureFinder.before(signed, "— X (@x) ".length(), latest)
        .flatMap(Signature::day)
        .orElse(null);
  }

  /** The parts of a card, each the first of its kind. */
  private static final class Parts implements NodeFilter {
    Element words;
    Element name;
    String handle;
    StatusLink link;
    String date = "";

    @Override
    public FilterResult head(Node node, int depth) {
      if (!(node instanceof Element element) || element.attributesSize() == 0) {
        return FilterResult.CONTINUE;
      }
      String classes = element.attr("class");
      if (XNames.isQuoted(classes) || depth > 0 && element.nameIs("blockquote")) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (words == null && depth > 0 && isWords(element)) {
        words = element;
        return FilterResult.SKIP_ENTIRELY;
      }
      if (name == null && NAME.matcher(classes).find()) {
        name = element;
      }
      if (element.nameIs("a")) {
        link(element);
      }
      return FilterResult.CONTINUE;
    }

    private void link(Element element) {
      String shown = element.text().strip();
      if (handle == null && HANDLE.matcher(shown).matches()) {
        handle = shown.substring(1);
      }
      Optional<StatusLink> status = StatusLink.parse(element.attr("href"));
      if (link == null && status.isPresent()) {
        link = status.get();
        date = shown;
      }
    }
  }
}
