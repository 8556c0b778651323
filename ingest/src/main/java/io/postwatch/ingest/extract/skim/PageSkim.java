// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import io.postwatch.ingest.extract.ContentDecoder;
import io.postwatch.ingest.extract.html.Markup;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

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

  private static final int SHORTEST_TAG = 3;

  private static final Trace BASE64 = Trace.of("", "");

  private final WordSearch<Trace> words;

  public PageSkim() {
    Stream<WordSearch.Entry<Trace>> plain =
        Traces.ALL.stream()
            .flatMap(
                trace -> trace.words().stream().map(word -> new WordSearch.Entry<>(word, trace)));
    Stream<WordSearch.Entry<Trace>> encoded =
        Traces.inBase64().map(word -> new WordSearch.Entry<>(word, BASE64));
    words = new WordSearch<>(Stream.concat(plain, encoded).toList());
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
    String latin = new String(page, StandardCharsets.ISO_8859_1);
    return isTooMuch(latin)
        || Handles.in(page, latin)
        || Disguise.in(latin)
        || hasTrace(page, latin);
  }

  private static boolean isHtml(byte[] page) {
    int length = Math.min(page.length, HEAD);
    return Markup.isHtml(new String(page, 0, length, StandardCharsets.ISO_8859_1));
  }

  /** True for what would be refused; shorter pages have no room for as many tags. */
  private static boolean isTooMuch(String latin) {
    return latin.length() > Markup.MAX_TAGS * SHORTEST_TAG && Markup.hasTooManyTags(latin);
  }

  private boolean hasTrace(byte[] page, String latin) {
    Evidence evidence = new Evidence(page, latin);
    words.visit(page, evidence);
    return evidence.isEnough();
  }
}
