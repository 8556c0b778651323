// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.html.ShownText.ShownLink;
import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.text.Hints;
import io.postwatch.ingest.extract.text.Signature;
import io.postwatch.ingest.extract.text.TextPosts;
import io.postwatch.ingest.extract.x.StatusLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  private final TextPosts textPosts = new TextPosts();

  @Override
  public List<FoundPost> find(Document page, Instant latest) {
    if (!MaySign.in(page)) {
      return List.of();
    }
    ShownText shown = ShownText.of(page.body(), e -> LEFT_OUT.contains(e.normalName()));
    TreeMap<Integer, ShownLink> links = new TreeMap<>();
    shown.links().forEach(link -> links.put(link.start(), link));
    Hints hints = new Hints(signature -> linkOf(signature, links), new TreeSet<>(shown.gaps()));
    return textPosts.find(shown.text(), latest, hints);
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
