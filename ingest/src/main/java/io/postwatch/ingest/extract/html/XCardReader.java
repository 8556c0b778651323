// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.post.PostText;
import io.postwatch.ingest.extract.text.Signature;
import io.postwatch.ingest.extract.text.SignatureFinder;
import io.postwatch.ingest.extract.x.StatusLink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
          "(?:^|[\\s_-])tweet[-_]*(?:text|body-text|content|body|message|description)(?:$|\\s)|e-entry-title"
              + "|(?:^|\\s)twt-text|tweet__(?:text|body|content)|bbpTweet",
          Pattern.CASE_INSENSITIVE);

  private static final Predicate<Element> AROUND_WORDS =
      leftOut("(?:^|\\s)(?:timestamp|metadata)(?:$|\\s)");

  /** Of cards that do not tell which part is the words. */
  private static final Predicate<Element> AROUND_UNNAMED_WORDS =
      leftOut(
          "header|footer|author|avatar|user|name|handle|date|time|meta|info|stat|action|icon|logo");

  private static final Pattern NAME =
      Pattern.compile(
          "tweet-?author-name|display-?name|(?:full-?name|author-?name|user-?name)(?:$|\\s)|p-name",
          Pattern.CASE_INSENSITIVE);

  /** As X's API writes times: {@code Fri Sep 30 15:13:45 +0000 2016}. */
  private static final Pattern API_TIME =
      Pattern.compile("\\p{L}{3} (\\p{L}{3}) (\\d{1,2}) [\\d:]{5,8} \\S{1,12} (\\d{4})");

  /** As in March 16th. */
  private static final Pattern ORDINAL = Pattern.compile("(?<=\\d)(?:st|nd|rd|th)(?= |,|$)");

  /** A handle, as links to its account show it. */
  private static final Pattern HANDLE = Pattern.compile("@\\w{1,20}");

  /** A time of day before a date, as X's cards show it. */
  private static final Pattern TIME_FIRST =
      Pattern.compile("^[\\d:.]{4,8} ?(?:[AaPp][Mm])? *[-·] *");

  private final ShownLinks shownLinks = new ShownLinks();

  /** The post; empty where no part of the element is said to be its words, or none links to it. */
  Optional<FoundPost> read(Element element, Instant latest) {
    boolean card = XNames.isCard(element.attr("class"));
    if (!card && NodeTraversor.filter(XCardReader::wordsIn, element) != FilterResult.STOP) {
      return Optional.empty();
    }
    Parts parts = new Parts();
    NodeTraversor.filter(parts, element);
    if (card && parts.words == null && parts.links > 1) {
      parts.words = element;
      parts.unnamed = true;
    }
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
    return isWords(element, depth) ? FilterResult.STOP : FilterResult.CONTINUE;
  }

  private static boolean isWords(Element element, int depth) {
    if (element.attributesSize() == 0) {
      return false;
    }
    String classes = element.attributes().get("class");
    return (classes.contains("weet") || classes.contains("twt-") || classes.contains("entry-title"))
            && WORDS.matcher(classes).find()
        || depth > 0 && isWordsOfCard(element, classes);
  }

  /** As Discourse names them, and as X and React mark words of any direction. */
  private static boolean isWordsOfCard(Element element, String classes) {
    return classes.equals("tweet") && element.parent().attr("class").contains("onebox")
        || element.hasAttr("lang") && element.attr("dir").equals("auto")
        || element.attr("data-testid").equals("tweetText");
  }

  private static Predicate<Element> leftOut(String classes) {
    Pattern pattern = Pattern.compile(classes, Pattern.CASE_INSENSITIVE);
    return element -> {
      String value = element.attr("class");
      return XNames.isQuoted(value) || pattern.matcher(value).find();
    };
  }

  private FoundPost post(Parts parts, Instant latest) {
    ShownText shown =
        ShownText.of(parts.words, parts.unnamed ? AROUND_UNNAMED_WORDS : AROUND_WORDS);
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
        parts.dates.stream().flatMap(date -> day(date, latest).stream()).findFirst().orElse(null),
        shownLinks.in(shown, 0, shown.text().length()),
        link.url());
  }

  /** Reads a date by the rules for signatures. */
  private static Optional<LocalDate> day(String date, Instant latest) {
    Matcher time = API_TIME.matcher(date);
    String shown = time.find() ? time.group(1) + " " + time.group(2) + ", " + time.group(3) : date;
    String signed = "— X (@x) " + TIME_FIRST.matcher(shown).replaceFirst("");
    return SignatureFinder.before(signed, "— X (@x) ".length(), latest).flatMap(Signature::day);
  }

  /** The parts of a card, each the first of its kind. */
  private static final class Parts implements NodeFilter {
    Element words;

    /** Whether the words are all of the card but what is named otherwise. */
    boolean unnamed;

    Element name;
    String handle;
    StatusLink link;
    int links;
    final List<String> dates = new ArrayList<>();

    @Override
    public FilterResult head(Node node, int depth) {
      if (!(node instanceof Element element) || element.attributesSize() == 0) {
        return FilterResult.CONTINUE;
      }
      String classes = element.attr("class");
      if (XNames.isQuoted(classes) || depth > 0 && element.nameIs("blockquote")) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (words == null && depth > 0 && isWords(element, depth)) {
        words = element;
        return element.hasClass("bbpTweet") ? FilterResult.CONTINUE : FilterResult.SKIP_ENTIRELY;
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
      if (link == null) {
        link = status.orElse(null);
      }
      if (status.isPresent() && status.get().id().equals(link.id())) {
        links++;
        dates.add(ORDINAL.matcher(shown).replaceAll(""));
      }
    }
  }
}
