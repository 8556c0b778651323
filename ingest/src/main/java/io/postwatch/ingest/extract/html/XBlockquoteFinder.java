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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * X posts in the blockquote that X's embed code leaves in a page, also where a content system has
 * rewrapped it: text, signature, and a link to the post around the date.
 *
 * <p>A blockquote without X's class counts where it is signed, or holds nothing but the link.
 */
public final class XBlockquoteFinder implements EmbedFinder {
  private static final String OF_X =
      ".twitter-tweet, .twitter-video, [data-tweetid], [data-tweet-id]";

  /** Words that stand for a link to media or to a page, as X shows it in a post. */
  private static final Pattern SHOWN_ADDRESS =
      Pattern.compile("https?://|pic\\.(?:twitter|x)\\.com/|t\\.co/");

  private final ShownLinks shownLinks = new ShownLinks();

  @Override
  public List<FoundPost> find(Document page, Instant latest) {
    Set<Element> quotes = new HashSet<>(page.select("blockquote"));
    List<FoundPost> posts = new ArrayList<>();
    for (Element quote : page.select("blockquote")) {
      read(ShownText.of(quote, quotes), quote.is(OF_X), latest).ifPresent(posts::add);
    }
    return posts;
  }

  private Optional<FoundPost> read(ShownText shown, boolean ofX, Instant latest) {
    List<ShownLink> links = shown.links();
    for (int i = links.size() - 1; i >= 0; i--) {
      Optional<StatusLink> status = StatusLink.parse(links.get(i).href());
      if (status.isPresent()) {
        Optional<Signature> signature = signature(shown, status.get().id(), latest);
        boolean alone = links.get(i).start() == 0 && links.get(i).end() == shown.text().length();
        return ofX || alone || signature.isPresent()
            ? Optional.of(post(shown, links.get(i), status.get(), signature))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** A post may link to itself in its text, and be linked again below: the signature decides. */
  private static Optional<Signature> signature(ShownText shown, String id, Instant latest) {
    return shown.links().stream()
        .filter(link -> StatusLink.parse(link.href()).filter(s -> s.id().equals(id)).isPresent())
        .map(link -> SignatureFinder.before(shown.text(), link.start(), latest))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private FoundPost post(
      ShownText shown, ShownLink last, StatusLink status, Optional<Signature> signature) {
    int end = signature.map(Signature::start).orElseGet(() -> endWithoutSignature(shown, last));
    int start = shown.lastGap(end);
    return new FoundPost(
        "x",
        status.id(),
        signature.map(Signature::handle).orElse(status.handle()),
        signature.map(Signature::author).orElse(null),
        PostText.bounded(shown.text().substring(start, end).strip()),
        signature.flatMap(Signature::day).orElse(null),
        shownLinks.in(shown, start, end),
        status.url());
  }

  /** Without a signature the link to the post closes it, unless the link is part of the text. */
  private static int endWithoutSignature(ShownText shown, ShownLink last) {
    String words = shown.text().substring(last.start(), last.end());
    boolean inText = last.start() > 0 && SHOWN_ADDRESS.matcher(words).lookingAt();
    return inText ? last.end() : last.start();
  }
}
