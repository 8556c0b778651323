// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.html.ShownText.ShownLink;
import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.text.Hints;
import io.postwatch.ingest.extract.text.Signature;
import io.postwatch.ingest.extract.text.TextPosts;
import io.postwatch.ingest.extract.x.StatusLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * X posts whose blockquote was lost on the way, so that only paragraphs and a signature are left,
 * and addresses of posts that stand alone in a paragraph, where the page's script would show them.
 */
public final class XSignedTextFinder implements EmbedFinder {
  /** Posts in blockquotes are read from those; in lists, captions and code stand references. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "blockquote",
          "li",
          "dl",
          "figcaption",
          "cite",
          "sup",
          "pre",
          "code",
          "table",
          "textarea",
          "select",
          "button",
          "nav",
          "footer");

  /** UTF-16 units of a page's words that are read: ten times the longest live blogs. */
  private static final int MAX_LENGTH = 1_000_000;

  private static final Pattern SHORTENED =
      Pattern.compile(
          "(?:https?://)?(?:www\\.|mobile\\.)?(?:twitter|x)\\.com/[\\w/?=&…-]{1,200}+(?:\\.{3})?",
          Pattern.CASE_INSENSITIVE);

  private final TextPosts textPosts = new TextPosts();

  @Override
  public Search search(Document page, Instant latest) {
    return new MaySign(() -> read(page, latest));
  }

  private List<FoundPost> read(Document page, Instant latest) {
    ShownText shown =
        ShownText.of(page.body(), e -> LEFT_OUT.contains(e.normalName())).upTo(MAX_LENGTH);
    TreeMap<Integer, ShownLink> links = new TreeMap<>();
    shown.links().forEach(link -> links.put(link.start(), link));
    Hints hints = new Hints(signature -> linkOf(signature, links), new TreeSet<>(shown.gaps()));
    List<FoundPost> posts = new ArrayList<>(textPosts.find(shown.text(), latest, hints));
    shown.links().stream()
        .filter(link -> isShortened(shown.text(), link))
        .map(link -> StatusLink.parse(link.href()))
        .flatMap(Optional::stream)
        .forEach(link -> posts.add(unshown(link)));
    return posts;
  }

  /** Some sites show less of an address than the link has; alone on a line it is still a post. */
  private static boolean isShortened(String text, ShownLink link) {
    boolean begins = link.start() == 0 || text.charAt(link.start() - 1) == '\n';
    boolean ends = link.end() == text.length() || text.charAt(link.end()) == '\n';
    String words = text.substring(link.start(), link.end());
    return begins
        && ends
        && SHORTENED.matcher(words).matches()
        && StatusLink.parse(words).isEmpty();
  }

  private static FoundPost unshown(StatusLink link) {
    return new FoundPost("x", link.id(), link.handle(), null, "", null, List.of(), link.url());
  }

  /** The link around the signature's date, or right after it. */
  private static Optional<StatusLink> linkOf(
      Signature signature, TreeMap<Integer, ShownLink> links) {
    return links.subMap(signature.start(), true, signature.end() + 2, true).values().stream()
        .map(link -> StatusLink.parse(link.href()))
        .flatMap(Optional::stream)
        .filter(link -> link.isOf(signature.handle()))
        .findFirst()
        .or(signature::link);
  }
}
