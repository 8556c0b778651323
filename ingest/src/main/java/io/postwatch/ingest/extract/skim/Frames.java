// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.List;

/** Tells whether one of the links in words stands where it makes an embed: in a quote, in a box. */
final class Frames implements WordSearch.Visitor<Trace> {
  /** What may hold the end of a quote that ends nothing. */
  private static final List<String> OPAQUE =
      List.of("<!", "<script", "<style", "<textarea", "<template", "<noscript", "<iframe", "<svg");

  private final Latin page;
  private final List<Integer> links;
  private int next;
  private int quotes;
  private int lastEnd;
  private boolean clear;
  private boolean framed;

  /**
   * @param links the ends of their tags, in order
   */
  Frames(Latin page, List<Integer> links) {
    this.page = page;
    this.links = links;
  }

  /**
   * True where a link before an index is in a quote, or a box was seen: broken tags may put links
   * into any.
   */
  boolean areAroundLinkBefore(int index) {
    while (!framed && next < links.size() && links.get(next) < index) {
      framed = quotes > 0;
      next++;
    }
    return framed;
  }

  @Override
  public boolean found(int start, Trace trace) {
    if (areAroundLinkBefore(start)) {
      return false;
    }
    switch (trace.kind()) {
      case QUOTE -> {
        quotes++;
        clear = true;
        lastEnd = start;
      }
      case END_OF_QUOTE -> {
        clear = clear && isClear(lastEnd, start);
        lastEnd = start;
        quotes -= quotes > 0 && clear ? 1 : 0;
      }
      case NAME -> framed |= BoxOfPost.isNamedAt(page, start);
      default -> framed = true;
    }
    return true;
  }

  /** Each byte is looked at once, however many ends there are. */
  private boolean isClear(int from, int to) {
    String between = page.subSequence(from, to);
    return OPAQUE.stream().noneMatch(between::contains);
  }
}
