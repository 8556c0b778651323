// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.post.PostText;
import io.postwatch.ingest.extract.x.StatusLink;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Posts in plain text: words that end in a signature, their start unmarked, posts as platforms draw
 * them, and addresses of X posts alone on a line.
 */
public final class TextPosts {
  private final PostText postText = new PostText();

  /**
   * The posts in the text's order; a signature with neither words nor an id gives none.
   *
   * @param latest the latest believable time of a post; shown days after it are dropped
   */
  public List<FoundPost> find(PlainText plain, Instant latest) {
    String text = plain.text();
    List<Signature> signatures = new ArrayList<>(SignatureFinder.all(text, latest));
    signatures.addAll(OtherSignatures.all(text, latest));
    signatures.sort(Comparator.comparingInt(Signature::start));
    List<ShownPost> shown = new ArrayList<>(StatusLines.in(text));
    shown.addAll(RenderedPosts.in(text, latest));
    shown.sort(Comparator.comparingInt(ShownPost::start));
    return find(plain, signatures, shown, Hints.none());
  }

  /** The X posts in a page's text, with what the markup tells. */
  public List<FoundPost> find(String text, Instant latest, Hints hints) {
    List<Signature> signatures = SignatureFinder.all(text, latest);
    return find(PlainText.unmarked(text), signatures, StatusLines.in(text), hints);
  }

  private List<FoundPost> find(
      PlainText plain, List<Signature> signatures, List<ShownPost> shown, Hints hints) {
    String text = plain.text();
    Layout layout = Layout.of(plain);
    Deque<ShownPost> marked = new ArrayDeque<>(shown);
    List<FoundPost> posts = new ArrayList<>();
    int floor = 0;
    for (Signature signature : signatures) {
      while (!marked.isEmpty() && marked.peek().start() < signature.end()) {
        ShownPost post = marked.remove();
        if (post.end() <= signature.start() && post.start() >= floor) {
          posts.add(post.post());
          floor = post.end();
        }
      }
      if (signature.start() < floor) {
        continue;
      }
      floor = hints.floor(floor, signature.start());
      OptionalInt told = OtherSignatures.wordsStart(text, floor, signature);
      Optional<Start> start =
          told.isPresent() ? Optional.empty() : PostStart.of(text, layout, floor, signature);
      int from = told.orElse(start.map(Start::index).orElse(signature.start()));
      String words = PostText.bounded(text.substring(from, signature.start()).strip());
      Optional<StatusLink> link = hints.linkOf().apply(signature);
      boolean prose =
          signature.platform().equals("x")
              && !signature.dated()
              && link.isEmpty()
              && !UndatedEvidence.isPost(
                  text, floor, from, layout.quotes().contains(from), signature);
      // What is no post's signature ends no post, but none reaches across it either.
      if (!prose && (link.isPresent() || !words.isEmpty())) {
        posts.add(signed(signature, link, words, start.map(Start::confidence).orElse(null)));
      }
      floor = signature.end();
    }
    for (ShownPost post : marked) {
      if (post.start() >= floor) {
        posts.add(post.post());
        floor = post.end();
      }
    }
    return posts;
  }

  private FoundPost signed(
      Signature signature, Optional<StatusLink> link, String text, Double confidence) {
    return new FoundPost(
        signature.platform(),
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
}
