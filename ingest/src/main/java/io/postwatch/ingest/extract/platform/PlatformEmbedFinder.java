// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import io.postwatch.ingest.extract.html.EmbedFinder;
import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Posts of all platforms but X, in one walk over the page, whatever shape they are embedded in. */
public final class PlatformEmbedFinder implements EmbedFinder {
  private static final Map<String, QuoteReader> READERS =
      Map.of(
          "bluesky", new BlueskyQuote(),
          "facebook", new FacebookQuote(),
          "instagram", new InstagramQuote(),
          "reddit", new RedditQuote(),
          "tiktok", new TikTokQuote());

  /** How deep in a page its body is. */
  private static final int BODY = 2;

  private static final QuoteReader NO_WORDS = (quote, address, latest) -> Shown.NOTHING;
  private static final QuoteReader SUBSTACK = new SubstackAttributes();

  @Override
  public Search search(Document page, Instant latest) {
    return new Walk(page.body(), latest);
  }

  private static final class Walk implements Search {
    private final Element body;
    private final Instant latest;
    private final Feed feed = new Feed();
    private final List<FoundPost> posts = new ArrayList<>();

    Walk(Element body, Instant latest) {
      this.body = body;
      this.latest = latest;
    }

    @Override
    public List<FoundPost> posts() {
      return posts;
    }

    @Override
    public boolean enter(Element element, int depth) {
      return depth <= BODY && element != body ? depth < BODY : read(element);
    }

    @Override
    public void text(TextNode words, int depth) {
      if (depth > BODY) {
        read(BareLink.of(words), words.parent(), NO_WORDS, true);
      }
    }

    private boolean read(Element element) {
      return switch (element.normalName()) {
        case "iframe", "frame", "embed", "object", "param", "amp-iframe", "video", "source" ->
            read(Frame.of(element), element, NO_WORDS, true);
        case "script" -> {
          WidgetScript.of(element).forEach(address -> add(address, element, Shown.NOTHING));
          yield false;
        }
        case "style", "svg", "select", "textarea", "button", "img", "br", "hr" -> false;
        case "a" -> read(LinkCard.of(element), element, NO_WORDS, true);
        default -> container(element);
      };
    }

    private boolean container(Element element) {
      int attributes = element.attributesSize();
      String classes = attributes == 0 ? "" : element.attributes().get("class");
      Optional<PostAddress> quoted = Quote.of(element, classes);
      if (quoted.isPresent()) {
        QuoteReader reader = READERS.getOrDefault(quoted.get().platform(), NO_WORDS);
        return read(quoted, element, reader, false);
      }
      if (attributes == (classes.isEmpty() ? 0 : 1)) {
        return true;
      }
      if (element.attributes().hasKey(SubstackAttributes.NAME)) {
        Optional<PostAddress> kept = SubstackAttributes.address(element);
        return read(kept, element, SUBSTACK, true);
      }
      return read(Placeholder.of(element), element, NO_WORDS, true);
    }

    private boolean read(
        Optional<PostAddress> address, Element element, QuoteReader reader, boolean next) {
      if (address.isEmpty()) {
        return true;
      }
      add(address.get(), element, reader.read(element, address.get(), latest));
      return next;
    }

    private void add(PostAddress address, Element element, Shown shown) {
      if (!feed.surrounds(element)) {
        posts.add(post(address, shown));
      }
    }

    private static FoundPost post(PostAddress address, Shown shown) {
      return new FoundPost(
          address.platform(),
          address.id(),
          shown.handle() == null ? address.handle() : shown.handle(),
          shown.author(),
          shown.text(),
          shown.day(),
          shown.at(),
          shown.links().stream().filter(link -> !address.isAt(link)).toList(),
          address.url());
    }
  }
}
