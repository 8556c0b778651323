// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML as nodes that know where they stand.
 *
 * <p>Aliases are refused, and depth and number of nodes are bounded, so that no file, however it is
 * made, takes more memory than its size warrants.
 */
final class YamlText {
  private static final int DEEPEST = 10;
  private static final int MOST_NODES = 400_000;

  /** SnakeYAML looks ahead to the end of a word or comment in time that grows with its square. */
  private static final int LONGEST_LINE = 250_000;

  private YamlText() {}

  /**
   * Reads a file's only document; null when there is none.
   *
   * @throws TopicsFileException when the bytes are not YAML, with the first mistake
   */
  static Node read(String file, byte[] bytes) {
    String text = decode(file, bytes);
    checkLines(file, text);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    try {
      Parser parser = new ParserImpl(new StreamReader(text), options);
      return new Composer(new BoundedParser(file, parser), new Resolver(), options).getSingleNode();
    } catch (MarkedYAMLException e) {
      throw new TopicsFileException(position(file, mark(e)), inPlainWords(e, text));
    } catch (ReaderException e) {
      throw new TopicsFileException(
          position(file, text, e.getPosition()),
          "a control character (U+%04X), expected text".formatted(e.getCodePoint()));
    } catch (YAMLException e) {
      throw new TopicsFileException(FilePosition.of(file), "not YAML: " + e.getMessage());
    }
  }

  static FilePosition position(String file, Mark mark) {
    return mark == null
        ? FilePosition.of(file)
        : new FilePosition(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String decode(String file, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      throw new TopicsFileException(
          position(file, text, text.codePointCount(0, text.length())), "not UTF-8");
    }
    return text;
  }

  private static void checkLines(String file, String text) {
    int line = 1;
    int start = 0;
    for (int end = text.indexOf('\n'); start <= text.length(); end = text.indexOf('\n', start)) {
      int next = end < 0 ? text.length() : end;
      if (next - start > LONGEST_LINE) {
        throw new TopicsFileException(
            new FilePosition(file, line, 1),
            "too long a line, expected at most " + LONGEST_LINE + " characters");
      }
      start = next + 1;
      line++;
    }
  }

  private static FilePosition position(String file, String text, int codePoints) {
    String before = text.substring(0, text.offsetByCodePoints(0, codePoints));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    String start = before.substring(before.lastIndexOf('\n') + 1);
    return new FilePosition(file, line, start.codePointCount(0, start.length()) + 1);
  }

  /** Where a quote is opened says more than where the file ends without closing it. */
  private static Mark mark(MarkedYAMLException e) {
    boolean isWhole = e.getProblemMark() != null && !isUnclosed(e);
    return isWhole ? e.getProblemMark() : e.getContextMark();
  }

  private static boolean isUnclosed(MarkedYAMLException e) {
    return String.valueOf(e.getProblem()).contains("unexpected end of stream");
  }

  private static String inPlainWords(MarkedYAMLException e, String text) {
    String problem = String.valueOf(e.getProblem()).replaceAll("\\s+", " ");
    if (problem.contains("expected <block end>")
        || problem.contains("expected '<document start>'")
        || problem.contains("block sequence entries")) {
      return beginsLine(mark(e), text)
          ? "wrong indentation, expected it to begin under its neighbours"
          : "not expected here; a text that has quotes or brackets at its start needs quotes around"
              + " all of it";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "a ':' that is not expected here; a text that contains ': ' needs quotes, or the"
          + " indentation is wrong";
    }
    if (problem.contains("(TAB)")) {
      return "a tab, expected spaces";
    }
    if (problem.contains("could not find expected ':'")) {
      return "expected ': ' after the key";
    }
    if (problem.startsWith("expected ',' or")) {
      return "expected a comma or a closing bracket; a text with one of , [ ] { } in brackets needs"
          + " quotes";
    }
    if (isUnclosed(e)) {
      return "a quote that is not closed, expected its end";
    }
    if (problem.contains("cannot start any token")) {
      return "a text that begins with a sign of YAML, expected it in quotes";
    }
    if (problem.contains("Global tag")) {
      return "a tag, expected a plain text or list";
    }
    if (problem.contains("found another document")) {
      return "a second document, expected one";
    }
    return "not YAML: " + problem;
  }

  private static boolean beginsLine(Mark mark, String text) {
    return text.lines()
        .skip(mark.getLine())
        .findFirst()
        .map(line -> line.substring(0, Math.min(line.length(), mark.getColumn())))
        .map(before -> before.replace("-", "").isBlank())
        .orElse(true);
  }

  /** Lets events pass as long as they are few, flat, and stand for themselves. */
  private static final class BoundedParser implements Parser {
    private final String file;
    private final Parser parser;
    private int depth;
    private int nodes;

    BoundedParser(String file, Parser parser) {
      this.file = file;
      this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
      return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
      return parser.peekEvent();
    }

    @Override
    public Event getEvent() {
      Event event = parser.getEvent();
      switch (event.getEventId()) {
        case Alias ->
            refuse(
                event,
                "'*"
                    + ((NodeEvent) event).getAnchor()
                    + "' is an alias, expected the text itself; one that begins with * needs"
                    + " quotes");
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {}
      }
      if (hasTag(event)) {
        refuse(
            event, "a tag, expected a plain text or list; a text that begins with ! needs quotes");
      }
      if (depth > DEEPEST) {
        refuse(event, "nested too deep, expected at most " + DEEPEST + " levels");
      }
      if (event instanceof NodeEvent && ++nodes > MOST_NODES) {
        refuse(event, "too much for one file, expected at most " + MOST_NODES + " texts");
      }
      return event;
    }

    /** SnakeYAML's composer fails without a place at tags that the parser lets pass. */
    private static boolean hasTag(Event event) {
      return event instanceof ScalarEvent scalar && scalar.getTag() != null
          || event instanceof CollectionStartEvent start && start.getTag() != null;
    }

    private void refuse(Event event, String what) {
      throw new TopicsFileException(position(file, event.getStartMark()), what);
    }
  }
}
