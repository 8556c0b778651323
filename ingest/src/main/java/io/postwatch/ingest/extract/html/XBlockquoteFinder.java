// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.html.ShownText.ShownLink;
import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.post.PostText;
import io.postwatch.ingest.extract.text.Signature;
import io.postwatch.ingest.extract.text.SignatureFinder;
import io.postwatch.ingest.extract.x.StatusLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * X posts in the blockquote that X's embed code leaves in a page, also where a content system has
 * rewrapped it: text, signature, and a link to the post around the date.
 */
public final class XBlockquoteFinder implements EmbedFinder {
  private static final String SHAPE =
      "blockquote.twitter-tweet, blockquote.twitter-video, blockquote.twitter-tweet-rendered";

  /** Text that stands for a link to media or to a page, as X shows it in a post. */
  private static final Pattern SHOWN_ADDRESS =
      Pattern.compile("https?://|pic\\.(?:twitter|x)\\.com/|t\\.co/");

  private final PostText postText = new PostText();

  @Override
  public List<FoundPost> find(Document page, Instant latest) {
    Set<Element> quotes = new LinkedHashSet<>(page.select(SHAPE));
    List<FoundPost> posts = new ArrayList<>();
    for (Element quote : quotes) {
      read(ShownText.of(quote, quotes), latest).ifPresent(posts::add);
    }
    return posts;
  }

  private Optional<FoundPost> read(ShownText shown, Instant latest) {
    List<ShownLink> links = shown.links();
    for (int i = links.size() - 1; i >= 0; i--) {
      Optional<StatusLink> status = StatusLink.parse(links.get(i).href());
      if (status.isPresent()) {
        return Optional.of(read(shown, links.get(i), status.get(), latest));
      }
    }
    return Optional.empty();
  }

  private FoundPost read(ShownText shown, ShownLink last, StatusLink status, Instant latest) {
    Optional<Signature> signature = signature(shown, status.id(), latest);
    int end = signature.map(Signature::start).orElseGet(() -> endWithoutSignature(shown, last));
    String text = PostText.bounded(shown.text().substring(0, end).strip());
    return new FoundPost(
        "x",
        status.id(),
        signature.map(Signature::handle).orElse(status.handle()),
        signature.map(Signature::author).orElse(null),
        text,
        signature.flatMap(Signature::day).orElse(null),
        links(shown, end, text),
        status.url());
  }

  /** A post may link to itself in its text, and be linked again below: the signature decides. */
  private static Optional<Signature> signature(ShownText shown, String id, Instant latest) {
    return shown.links().stream()
        .filter(link -> StatusLink.parse(link.href()).filter(s -> s.id().equals(id)).isPresent())
        .map(link -> SignatureFinder.before(shown.text(), link.start(), latest))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Without a signature the link to the post closes it, unless the link is part of the text. */
  private static int endWithoutSignature(ShownText shown, ShownLink last) {
    String words = shown.text().substring(last.start(), last.end());
    boolean inText = last.start() > 0 && SHOWN_ADDRESS.matcher(words).lookingAt();
    return inText ? last.end() : last.start();
  }

  private List<String> links(ShownText shown, int end, String text) {
    Set<String> links = new LinkedHashSet<>();
    Set<String> shownAs = new LinkedHashSet<>();
    for (ShownLink link : shown.links()) {
      String words = shown.text().substring(link.start(), link.end());
      if (link.end() <= end && leadsOut(words, link.href())) {
        links.add(link.href());
        shownAs.add(words);
      }
    }
    postText.links(text).stream().filter(link -> !shownAs.contains(link)).forEach(links::add);
    return List.copyOf(links);
  }

  /** Hashtags, mentions and cashtags are links too, but to X's own search. */
  private static boolean leadsOut(String words, String href) {
    return href.matches("(?i)https?://\\S{1,2000}+")
        && !words.isEmpty()
        && "#＃@＠$".indexOf(words.charAt(0)) < 0;
  }
}
