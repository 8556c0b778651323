// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.html.ShownText.ShownLink;
import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.text.Hints;
import io.postwatch.ingest.extract.text.Signature;
import io.postwatch.ingest.extract.text.TextPosts;
import io.postwatch.ingest.extract.x.StatusLink;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * X posts whose blockquote was lost on the way, so that only paragraphs and a signature are left,
 * and addresses of posts that stand alone in a paragraph, where the page's script would show them.
 */
public final class XSignedTextFinder implements EmbedFinder {
  /** Where readers, not the article, embed posts; and lists, where addresses are references. */
  private static final String NOT_THE_ARTICLE =
      "blockquote, nav, footer, li, #comments, .comments, .comment-list, #disqus_thread";

  private final TextPosts textPosts = new TextPosts();

  @Override
  public List<FoundPost> find(Document page, Instant latest) {
    Set<Element> leftOut = new HashSet<>(page.select(NOT_THE_ARTICLE));
    ShownText shown = ShownText.of(page.body(), leftOut);
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
