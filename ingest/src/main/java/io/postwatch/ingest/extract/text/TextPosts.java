// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.post.PostText;
import io.postwatch.ingest.extract.text.StatusLines.StatusLine;
import io.postwatch.ingest.extract.x.StatusLink;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * X posts in plain text: words that end in a signature, their start unmarked, and addresses of
 * posts alone on a line.
 */
public final class TextPosts {
  private final PostText postText = new PostText();

  /**
   * The posts in the text's order; a signature with neither words nor an id gives none.
   *
   * @param latest the latest believable time of a post; shown days after it are dropped
   */
  public List<FoundPost> find(PlainText text, Instant latest) {
    return find(text, latest, Hints.none());
  }

  /** As {@link #find(PlainText, Instant)}, with what the page's markup tells. */
  public List<FoundPost> find(String text, Instant latest, Hints hints) {
    return find(new PlainText(text, new TreeSet<>()), latest, hints);
  }

  private List<FoundPost> find(PlainText plain, Instant latest, Hints hints) {
    String text = plain.text();
    Deque<StatusLine> lines = new ArrayDeque<>(StatusLines.in(text));
    Layout layout = Layout.of(text, plain.blocks());
    List<FoundPost> posts = new ArrayList<>();
    int floor = 0;
    for (Signature signature : SignatureFinder.all(text, latest)) {
      while (!lines.isEmpty() && lines.peek().start() < signature.end()) {
        StatusLine line = lines.remove();
        if (line.end() <= signature.start()) {
          posts.add(unsigned(line.link()));
          floor = line.end();
        }
      }
      floor = hints.floor(floor, signature.start());
      Optional<Start> start = PostStart.of(text, layout, floor, signature);
      int from = start.map(Start::index).orElse(signature.start());
      String words = PostText.bounded(text.substring(from, signature.start()).strip());
      Optional<StatusLink> link = hints.linkOf().apply(signature);
      if (link.isPresent() || !words.isEmpty()) {
        posts.add(signed(signature, link, words, start.map(Start::confidence).orElse(null)));
      }
      floor = signature.end();
    }
    lines.forEach(line -> posts.add(unsigned(line.link())));
    return posts;
  }

  private FoundPost signed(
      Signature signature, Optional<StatusLink> link, String text, Double confidence) {
    return new FoundPost(
        "x",
        link.map(StatusLink::id).orElse(null),
        signature.handle(),
        signature.author(),
        text,
        signature.day().orElse(null),
        null,
        postText.links(text),
        link.map(StatusLink::url).orElse(null),
        confidence);
  }

  private static FoundPost unsigned(StatusLink link) {
    return new FoundPost("x", link.id(), link.handle(), null, "", null, List.of(), link.url());
  }
}
