// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.topics.PhrasePattern.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads patterns.
 *
 * <p>A pattern is words with spaces between. {@code a|b} is either, {@code a_b} and {@code a-b} are
 * "a b" inside such a choice, {@code stem*} is any word that begins so, {@code #} is a number,
 * {@code <name>} is any entry of a list of the file, {@code a?} may be missing, and {@code ~3} lets
 * up to three other words stand between.
 */
final class PatternParser {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern BARS = Pattern.compile("|", Pattern.LITERAL);
  private static final Pattern JOINTS = Pattern.compile("[_\\s-]");
  private static final int LONGEST = 1000;

  private final Units units;
  private final Map<String, List<String>> words;

  /**
   * @param units where the patterns' units are numbered
   * @param words named lists of words and phrases
   */
  PatternParser(Units units, Map<String, List<String>> words) {
    this.units = units;
    this.words = words;
  }

  /**
   * Compiles a pattern.
   *
   * @throws IllegalArgumentException with what is wrong and what was expected
   */
  PhrasePattern parse(String source) {
    if (source == null || source.isBlank() || source.length() > LONGEST) {
      throw new IllegalArgumentException("expected 1 to " + LONGEST + " characters");
    }
    List<Element> elements = new ArrayList<>();
    int gap = 0;
    for (String part : SPACES.split(source.strip())) {
      if (part.startsWith("~")) {
        gap = gap(part);
      } else {
        elements.add(element(part, gap));
        gap = 0;
      }
    }
    check(elements, gap);
    return new PhrasePattern(List.copyOf(elements));
  }

  private static int gap(String part) {
    boolean digit = part.length() == 2 && Character.isDigit(part.charAt(1));
    int gap = digit ? part.charAt(1) - '0' : 0;
    if (gap < 1 || gap > PhrasePattern.WIDEST_GAP) {
      throw new IllegalArgumentException(
          "gap '" + part + "', expected ~1 to ~" + PhrasePattern.WIDEST_GAP);
    }
    return gap;
  }

  private static void check(List<Element> elements, int lastGap) {
    if (elements.isEmpty() || elements.size() > PhrasePattern.MOST_ELEMENTS || lastGap > 0) {
      throw new IllegalArgumentException(
          "expected 1 to "
              + PhrasePattern.MOST_ELEMENTS
              + " words, and none but words at the ends");
    }
    if (elements.get(0).optional() || elements.get(0).gap() > 0) {
      throw new IllegalArgumentException("expected a word that is not optional at the start");
    }
  }

  private Element element(String part, int gap) {
    boolean optional = part.endsWith("?");
    String choice = optional ? part.substring(0, part.length() - 1) : part;
    List<int[]> phrases =
        BARS.splitAsStream(choice).flatMap(this::listed).map(this::phrase).toList();
    return new Element(phrases, gap, optional);
  }

  private Stream<String> listed(String alternative) {
    if (!alternative.startsWith("<") || alternative.equals(Units.ANY_NUMBER)) {
      return Stream.of(alternative);
    }
    String name = alternative.replaceAll("^<|>$", "");
    List<String> entries = words.get(name);
    if (entries == null) {
      throw new IllegalArgumentException(
          "list <" + name + ">, expected one of " + words.keySet().stream().sorted().toList());
    }
    return entries.stream();
  }

  int[] phrase(String alternative) {
    return JOINTS.splitAsStream(alternative).mapToInt(units::unit).toArray();
  }
}
