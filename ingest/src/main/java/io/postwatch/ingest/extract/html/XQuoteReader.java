// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.html.ShownText.ShownLink;
import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.post.PostText;
import io.postwatch.ingest.extract.text.Signature;
import io.postwatch.ingest.extract.text.SignatureFinder;
import io.postwatch.ingest.extract.x.StatusLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads the blockquote that X's embed code leaves in a page, also where a content system has
 * rewrapped it: text, signature, and a link to the post around the date.
 */
final class XQuoteReader {
  /** Words that stand for a link to media or to a page, as X shows it in a post. */
  private static final Pattern SHOWN_ADDRESS =
      Pattern.compile("https?://|pic\\.(?:twitter|x)\\.com/|t\\.co/");

  /** Words of a link that asks the reader to do something, and shows no post. */
  private static final Pattern REQUEST =
      Pattern.compile(
          "re-?tweet|tweet (?:this|it)|share|reply|follow|like|teilen|partager|compartir",
          Pattern.CASE_INSENSITIVE);

  /** What sites put in the place of posts that are not there any more, or not yet. */
  private static final Pattern GONE =
      Pattern.compile(
          "(?:sorry, )?(?:this |the )?(?:tweet|post) (?:may have been|has been|was|is(?: no longer)?"
              + "|cannot be|could not be) (?:deleted|removed|(?:un)?available|loaded|found)\\.?"
              + "|this (?:tweet|post) is from an? .{0,20}account.{0,30}"
              + "|loading(?: (?:tweet|post|twitter|x))?(?:\\.{3}|…)?"
              + "|(?:view|see|open|read) (?:this |the )?(?:tweet|post)(?: on (?:twitter|x))?",
          Pattern.CASE_INSENSITIVE);

  private static final String DASHES = "—–-―";

  private final ShownLinks shownLinks = new ShownLinks();

  /** True for the post that a post in X's code quotes: the latter's signature follows it. */
  static boolean isQuoted(Element quote) {
    Element around = quote.parent();
    if (around == null || !around.nameIs("blockquote") || !XNames.isCode(around.attr("class"))) {
      return false;
    }
    return beginsSignature(quote.nextSibling());
  }

  private static boolean beginsSignature(Node next) {
    String words = next instanceof TextNode text ? text.getWholeText() : "";
    if (words.isBlank() && next != null) {
      Node behind = next instanceof Element ? next : next.nextSibling();
      words = behind instanceof Element element ? element.wholeText() : words;
    }
    String line = words.stripLeading();
    return !line.isEmpty() && DASHES.indexOf(line.charAt(0)) >= 0;
  }

  /**
   * The post that an element shows: one with a link to it that is signed, or that is all it holds.
   *
   * @param ofX whether the markup says that it is a post, so that the link alone need not
   * @param latest the latest believable time of a post
   */
  Optional<FoundPost> read(Element element, boolean ofX, Instant latest) {
    ShownText shown = ShownText.of(element, XQuoteReader::isOther);
    List<ShownLink> links = shown.links();
    for (int i = links.size() - 1; i >= 0; i--) {
      Optional<StatusLink> status = StatusLink.parse(links.get(i).href());
      if (status.isPresent()) {
        Optional<Signature> signature = signature(shown, status.get().id(), latest);
        return ofX || signature.isPresent() || isAlone(shown, links.get(i))
            ? Optional.of(post(shown, links.get(i), status.get(), signature))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * The post that X's code shows and links to nothing that could be a post, as where its id is no
   * number: known by its words, its signature and the day that this shows.
   *
   * @param latest the latest believable time of a post
   */
  Optional<FoundPost> readUnlinked(Element element, Instant latest) {
    ShownText shown = ShownText.of(element, XQuoteReader::isOther);
    return SignatureFinder.all(shown.text(), latest).stream()
        .filter(signature -> signature.end() == shown.text().length())
        .filter(signature -> signature.day().isPresent())
        .map(signature -> unlinked(shown, signature))
        .filter(post -> !post.text().isEmpty())
        .findFirst();
  }

  private FoundPost unlinked(ShownText shown, Signature signature) {
    int start = shown.lastGap(signature.start());
    return new FoundPost(
        "x",
        null,
        signature.handle(),
        signature.author(),
        PostText.bounded(shown.text().substring(start, signature.start()).strip()),
        signature.day().orElse(null),
        shownLinks.in(shown, start, signature.start()),
        null);
  }

  /** Another blockquote, or the post that a post quotes. */
  private static boolean isOther(Element element) {
    return element.nameIs("blockquote") || XNames.isQuoted(element.attr("class"));
  }

  private static boolean isAlone(ShownText shown, ShownLink link) {
    return link.start() == 0
        && link.end() == shown.text().length()
        && !REQUEST.matcher(shown.text()).lookingAt();
  }

  /** A post may link to itself in its text, and be linked again below: the signature decides. */
  private static Optional<Signature> signature(ShownText shown, String id, Instant latest) {
    for (ShownLink link : shown.links()) {
      if (link.href().contains(id)
          && StatusLink.parse(link.href()).filter(s -> s.id().equals(id)).isPresent()) {
        Optional<Signature> signature = SignatureFinder.before(shown.text(), link.start(), latest);
        if (signature.isPresent()) {
          return signature;
        }
      }
    }
    return Optional.empty();
  }

  private FoundPost post(
      ShownText shown, ShownLink last, StatusLink status, Optional<Signature> signature) {
    int end = signature.map(Signature::start).orElseGet(() -> endWithoutSignature(shown, last));
    int start = shown.lastGap(end);
    if (start > 0 && shown.text().substring(start, end).isBlank()) {
      // The signature follows a quoted post: the words stand before that.
      end = start;
      start = shown.lastGap(end - 1);
    }
    return new FoundPost(
        "x",
        status.id(),
        signature.map(Signature::handle).orElse(status.handle()),
        signature.map(Signature::author).orElse(null),
        words(shown.text().substring(start, end).strip(), signature.isPresent()),
        signature.flatMap(Signature::day).orElse(null),
        shownLinks.in(shown, start, end),
        status.url());
  }

  private static String words(String text, boolean signed) {
    return !signed && GONE.matcher(text).matches() ? "" : PostText.bounded(text);
  }

  /** Without a signature the link to the post closes it, unless the link is part of the text. */
  private static int endWithoutSignature(ShownText shown, ShownLink last) {
    String words = shown.text().substring(last.start(), last.end());
    boolean inText = last.start() > 0 && SHOWN_ADDRESS.matcher(words).lookingAt();
    return inText ? last.end() : last.start();
  }
}
