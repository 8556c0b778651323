// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import io.postwatch.ingest.extract.ContentDecoder;
import io.postwatch.ingest.extract.html.Markup;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells from a page's bytes, neither decoded nor parsed, that it surely embeds nothing, as most
 * pages do: several times as fast as parsing it.
 *
 * <p>An embed cannot but leave a trace: an address, an id or a signature. What may hide one, such
 * as letters written as references or a charset beyond ASCII's, counts as a trace.
 */
public final class PageSkim {
  /** Pages say that they are HTML in their first line; what does not is read in full. */
  private static final int HEAD = 2048;

  /** What begins with words is read as text as well; a mark of UTF-8 may go before. */
  private static final Pattern BEGINNING = Pattern.compile("(?:\u00EF\u00BB\u00BF)?\\s{0,500}+<");

  private static final int SHORTEST_TAG = 3;

  private final WordSearch<Trace> posts = search(Traces.POSTS);
  private final WordSearch<Trace> frames = search(Traces.FRAMES);

  private static WordSearch<Trace> search(List<Trace> traces) {
    return new WordSearch<>(
        traces.stream()
            .flatMap(
                trace -> trace.words().stream().map(word -> new WordSearch.Entry<>(word, trace)))
            .toList());
  }

  /**
   * False only where reading the page would surely find no post, nor refuse it.
   *
   * @param served as in {@link ContentDecoder#decode}
   */
  public boolean mayEmbed(byte[] page, Optional<String> served) {
    if (!ContentDecoder.keepsAscii(page, served) || !isHtml(page)) {
      return true;
    }
    Latin latin = new Latin(page);
    return isTooMuch(latin) || RareSigns.any(page, at -> isTrace(latin, at)) || hasTrace(latin);
  }

  static boolean isTrace(Latin page, int at) {
    return switch (page.charAt(at)) {
      case '@' -> Handles.at(page, at);
      case '#' -> Disguise.isReference(page, at);
      case '\\' -> Disguise.isEscape(page, at);
      case '%' -> Disguise.isPercent(page, at) || Handles.isEncodedAddress(page, at);
      case 'P' -> Base64Markup.startsAt(page, at);
      default -> Handles.isWide(page, at);
    };
  }

  private static boolean isHtml(byte[] page) {
    int length = Math.min(page.length, HEAD);
    String head = new String(page, 0, length, StandardCharsets.ISO_8859_1);
    return BEGINNING.matcher(head).lookingAt() && Markup.isHtml(head);
  }

  /** True for what would be refused; shorter pages have no room for as many tags. */
  private static boolean isTooMuch(Latin latin) {
    return latin.length() > Markup.MAX_TAGS * SHORTEST_TAG
        && Markup.hasTooManyTags(latin.toString());
  }

  /** Most pages have no link to a post, so that few are searched for what may be around one. */
  private boolean hasTrace(Latin page) {
    Evidence evidence = new Evidence(page);
    posts.visit(page.bytes(), evidence);
    return evidence.isEnough() || !evidence.links().isEmpty() && areFramed(evidence.links(), page);
  }

  private boolean areFramed(List<Integer> links, Latin page) {
    Frames around = new Frames(page, links);
    frames.visit(page.bytes(), around);
    return around.areAroundLinkBefore(page.length());
  }
}
