// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.x.StatusLink;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * X posts in markup that shows them or stands for them: blockquotes, iframes, custom elements and
 * the placeholders of content systems.
 */
public final class XEmbedFinder implements EmbedFinder {
  /** Boxes in boxes around one post: each is read, so that their number is bounded. */
  private static final int MAX_OPEN = 8;

  private final XQuoteReader quotes = new XQuoteReader();
  private final XCardReader cards = new XCardReader();

  @Override
  public Search search(Document page, Instant latest) {
    return new Walk(latest);
  }

  /**
   * An element that stands for a post unless one is found inside it.
   *
   * @param link the post that its attributes name, if they do
   * @param before how many posts were found before it
   */
  private record Place(Element element, Optional<StatusLink> link, int before) {}

  private final class Walk implements Search {
    private final List<FoundPost> posts = new ArrayList<>();
    private final Deque<Place> open = new ArrayDeque<>();
    private final Instant latest;

    Walk(Instant latest) {
      this.latest = latest;
    }

    @Override
    public List<FoundPost> posts() {
      return posts;
    }

    @Override
    public boolean enter(Element element, int depth) {
      if (element.nameIs("blockquote") && XQuoteReader.isQuoted(element)) {
        return false;
      }
      if (element.nameIs("script")) {
        XWidgetScript.read(element).forEach(this::unshown);
        return false;
      }
      if (element.attributesSize() == 0) {
        if (element.nameIs("blockquote")) {
          quotes.read(element, false, latest).ifPresent(posts::add);
        }
        return true;
      }
      String classes = element.attributes().get("class");
      if (XNames.isQuoted(classes)) {
        return false;
      }
      Optional<StatusLink> link = XPlaceholder.read(element);
      switch (element.normalName()) {
        case "blockquote" -> blockquote(element, classes, link);
        case "iframe", "amp-iframe" ->
            link.or(() -> XFrame.read(element.attr("src"))).ifPresent(this::unshown);
        default -> {
          boolean named = isPlace(element, classes);
          if (open.size() < MAX_OPEN && (named || link.isPresent())) {
            open.push(new Place(element, link, posts.size()));
          } else {
            link.ifPresent(this::unshown);
          }
        }
      }
      return true;
    }

    private static boolean isPlace(Element element, String classes) {
      return !element.nameIs("a")
          && (XNames.isPost(classes)
              || element.attributes().get("data-testid").equals("tweet")
              || classes.contains("embed")
                  && MoreAttributes.in(element)
                  && XPlaceholder.isTyped(element));
    }

    private void blockquote(Element element, String classes, Optional<StatusLink> link) {
      boolean ofX = link.isPresent() || XNames.isCode(classes);
      Optional<FoundPost> post =
          cards.read(element, latest).or(() -> quotes.read(element, ofX, latest));
      if (post.isPresent()) {
        posts.add(post.get());
      } else if (link.isPresent()) {
        unshown(link.get());
      } else if (ofX) {
        quotes.readUnlinked(element, latest).ifPresent(posts::add);
      }
    }

    @Override
    public void leave(Element element) {
      if (!open.isEmpty() && open.peek().element() == element) {
        close(open.pop());
      }
    }

    private void close(Place place) {
      if (posts.size() > place.before()) {
        return;
      }
      boolean ofX = place.link().isPresent() || XNames.isCode(place.element().attr("class"));
      Optional<FoundPost> post =
          cards
              .read(place.element(), latest)
              .or(() -> quotes.read(place.element(), ofX, latest))
              .filter(found -> place.link().map(link -> link.id().equals(found.id())).orElse(true));
      if (post.isPresent()) {
        posts.add(post.get());
      } else {
        place.link().ifPresent(this::unshown);
      }
    }

    private void unshown(StatusLink link) {
      posts.add(
          new FoundPost("x", link.id(), link.handle(), null, "", null, List.of(), link.url()));
    }
  }
}
