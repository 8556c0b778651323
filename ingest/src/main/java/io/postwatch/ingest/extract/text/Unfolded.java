// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.x.StatusLink;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Joins folded lines again and takes off the signs of quotes, remembering where those change. */
final class Unfolded {
  /** Quotes noted: more than any article has. */
  private static final int MAX_BLOCKS = 20_000;

  /** Columns by which text browsers set quotes off, at the least. */
  private static final int INDENT = 3;

  /** Text browsers cut addresses after a slash. */
  private static final Pattern CUT_ADDRESS =
      Pattern.compile("(?:https?:/{0,2}+|(?:t\\.co|twitter\\.com|x\\.com)/)\\z");

  private final Folding folding;
  private final UnaryOperator<String> words;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder block = new StringBuilder();
  private final NavigableSet<Integer> blocks = new TreeSet<>();
  private final NavigableSet<Integer> quotes = new TreeSet<>();

  /** How many quotes the block is in, and its indentation; -1 while its lines differ in that. */
  private int depth;

  private int indent = -1;

  private Unfolded(Folding folding, UnaryOperator<String> words) {
    this.folding = folding;
    this.words = words;
  }

  /**
   * Reads a text with {@code \n} as its only line end.
   *
   * @param words what to make of the text of each block
   */
  static PlainText of(String text, UnaryOperator<String> words) {
    Unfolded unfolded = new Unfolded(Folding.of(text), words);
    unfolded.read(text);
    return new PlainText(
        unfolded.text.toString().stripTrailing(), unfolded.blocks, unfolded.quotes);
  }

  private void read(String content) {
    String before = "";
    boolean afterBlank = true;
    boolean afterBareBlank = true;
    Iterator<String> lines = content.lines().iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      int start = Line.wordsStart(line);
      int lineDepth = Line.depth(line);
      if (start == line.length()) {
        block.append('\n');
        afterBlank = true;
        afterBareBlank |= lineDepth == 0;
        before = "";
        continue;
      }
      boolean quoteChanges = lineDepth != depth || lineDepth > 0 && afterBareBlank;
      boolean indentChanges =
          lineDepth == 0
              && (afterBlank ? Line.indent(line) != indent : isIndentedAnew(before, line));
      if (quoteChanges || indentChanges) {
        close(lineDepth);
        before = "";
        depth = lineDepth;
        indent = Line.indent(line);
      }
      append(before, line, start);
      before = line;
      afterBlank = false;
      afterBareBlank = false;
    }
    close(0);
  }

  /** True where a block begins or ends without a blank line, unlike in a list's item. */
  private boolean isIndentedAnew(String before, String line) {
    return Math.abs(Line.indent(line) - Line.indent(before)) >= INDENT
        && !Line.opensItem(before)
        && !Line.opensItem(line);
  }

  private void append(String before, String line, int start) {
    boolean cut = CUT_ADDRESS.matcher(before).find();
    boolean whole = before.isEmpty() || StatusLink.parse(before).isPresent();
    if (cut || !whole && folding.isFold(before, line)) {
      block.setLength(block.length() - 1);
      block.append(cut || areIdeographs(before, line.charAt(start)) ? "" : " ");
    }
    block.append(line.substring(start).stripTrailing()).append('\n');
  }

  private static boolean areIdeographs(String before, char next) {
    return Folding.isWide(before.charAt(before.length() - 1)) && Folding.isWide(next);
  }

  /** Ends a block; the next is in as many quotes as given. */
  private void close(int nextDepth) {
    text.append(words.apply(block.toString()));
    block.setLength(0);
    if (blocks.size() < MAX_BLOCKS) {
      blocks.add(text.length());
      if (nextDepth > 0 && nextDepth >= depth) {
        quotes.add(text.length());
      }
    }
  }
}
