// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.topics.PhrasePattern.Element;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads patterns.
 *
 * <p>A pattern is words with spaces between. {@code a|b} is either, {@code a_b} and {@code a-b} are
 * "a b" inside such a choice, {@code stem*} is any word that begins so, {@code word+} is an English
 * word in any of its forms, {@code <number>} is a number, {@code <place>} a place's name, {@code
 * <name>} is any entry of a list of the file, {@code a?} may be missing, {@code ~3} lets up to
 * three other words stand between, and {@code ~3!by|<name>} does so unless one of them is in that
 * choice.
 *
 * <p>{@code police -> beat+ -> protesters} is who does what to whom: the police beat the
 * protesters, and the protesters were beaten by the police, but not the protesters beat the police.
 */
final class PatternParser {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern BARS = Pattern.compile("|", Pattern.LITERAL);
  private static final Pattern JOINTS = Pattern.compile("[_\\s-]");
  private static final Pattern ARROWS = Pattern.compile("\\s->\\s");
  private static final Pattern SIGNS = Pattern.compile("[|~?<>]");
  private static final int LONGEST = 1000;
  private static final String TO_BE = "be+|being|get+";

  /** Which forms of words with a plus are meant. */
  private enum Forms {
    ALL,
    /** Beating. */
    GOING,
    NOT_GOING;

    boolean include(String form) {
      return this == ALL || Inflections.isPresentParticiple(form) == (this == GOING);
    }
  }

  private final Units units;
  private final Map<String, List<String>> words;
  private final Inflections inflections = new Inflections();
  private final Map<Forms, Map<String, Alternatives>> compiled = new EnumMap<>(Forms.class);

  /**
   * @param units where the patterns' units are numbered
   * @param words named lists of words and phrases
   */
  PatternParser(Units units, Map<String, List<String>> words) {
    this.units = units;
    this.words = words;
    for (Forms forms : Forms.values()) {
      compiled.put(forms, new HashMap<>());
    }
  }

  /**
   * Compiles a pattern.
   *
   * @return one compiled pattern, or several that together mean the same
   * @throws IllegalArgumentException with what is wrong and what was expected
   */
  List<PhrasePattern> parse(String source) {
    if (source == null || source.isBlank() || source.length() > LONGEST) {
      throw new IllegalArgumentException("expected 1 to " + LONGEST + " characters");
    }
    if (source.contains("->")) {
      return clause(source);
    }
    return List.of(pattern(source, Forms.ALL));
  }

  /** Who does what to whom, in the active and in the passive. */
  private List<PhrasePattern> clause(String source) {
    String[] parts = ARROWS.split(source.strip());
    if (parts.length != 3 || Stream.of(parts).anyMatch(part -> part.strip().contains(" "))) {
      throw new IllegalArgumentException(
          "expected who -> does -> whom, each one word, choice or <list>");
    }
    String who = parts[0];
    String does = parts[1];
    String whom = parts[2];
    return List.of(
        pattern(who + " ~4!by|" + TO_BE + " " + does + " ~6!by " + whom, Forms.NOT_GOING),
        pattern(who + " ~4!by " + does + " ~6!by " + whom, Forms.GOING),
        pattern(whom + " ~4 " + does + " ~3 by ~4 " + who, Forms.NOT_GOING));
  }

  /** A sequence of elements. */
  private PhrasePattern pattern(String source, Forms forms) {
    List<Element> elements = new ArrayList<>();
    Gap gap = Gap.NONE;
    int core = PhrasePattern.ALL;
    for (String part : SPACES.split(source.strip())) {
      if (part.startsWith("~")) {
        gap = gap(part);
        continue;
      }
      boolean isCore = part.startsWith("(") && part.endsWith(")");
      core = isCore ? elements.size() : core;
      String choice = isCore ? part.substring(1, part.length() - 1) : part;
      elements.add(element(choice, gap, forms));
      gap = Gap.NONE;
    }
    check(elements, gap);
    if (core > 0 && core < elements.size() - 1) {
      throw new IllegalArgumentException("expected '(' and ')' around the first or the last word");
    }
    return new PhrasePattern(List.copyOf(elements), core);
  }

  private Gap gap(String part) {
    int bar = part.indexOf('!');
    String width = bar < 0 ? part : part.substring(0, bar);
    boolean digit = width.length() == 2 && Character.isDigit(width.charAt(1));
    int widest = digit ? width.charAt(1) - '0' : 0;
    if (widest < 1 || widest > PhrasePattern.WIDEST_GAP) {
      throw new IllegalArgumentException(
          "gap '" + part + "', expected ~1 to ~" + PhrasePattern.WIDEST_GAP);
    }
    return bar < 0 ? new Gap(widest, Gap.NONE.barred()) : new Gap(widest, barred(part, bar + 1));
  }

  private int[] barred(String part, int from) {
    return BARS.splitAsStream(part.substring(from))
        .flatMap(this::listed)
        .flatMap(word -> forms(word, Forms.ALL))
        .filter(word -> !JOINTS.matcher(word).find())
        .mapToInt(units::unit)
        .distinct()
        .toArray();
  }

  private static void check(List<Element> elements, Gap last) {
    if (elements.isEmpty() || elements.size() > PhrasePattern.MOST_ELEMENTS || last.widest() > 0) {
      throw new IllegalArgumentException(
          "expected 1 to "
              + PhrasePattern.MOST_ELEMENTS
              + " words, and none but words at the ends");
    }
    if (elements.get(0).optional() || elements.get(0).gap().widest() > 0) {
      throw new IllegalArgumentException("expected a word that is not optional at the start");
    }
  }

  private Element element(String part, Gap gap, Forms forms) {
    boolean optional = part.endsWith("?");
    String choice = optional ? part.substring(0, part.length() - 1) : part;
    return new Element(alternatives(choice, forms), gap, optional);
  }

  /** Patterns share choices and lists, which are large: each is compiled once. */
  private Alternatives alternatives(String choice, Forms forms) {
    Map<String, Alternatives> known = compiled.get(forms);
    Alternatives alternatives = known.get(choice);
    if (alternatives == null) {
      alternatives =
          new Alternatives(
              BARS.splitAsStream(choice)
                  .flatMap(this::listed)
                  .flatMap(word -> forms(word, forms))
                  .map(this::phrase)
                  .toList());
      known.put(choice, alternatives);
    }
    return alternatives;
  }

  private Stream<String> listed(String alternative) {
    if (!alternative.startsWith("<") || Units.isClass(alternative)) {
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

  /** The forms of a word with a plus, or of the first of several: take+_over. */
  private Stream<String> forms(String word, Forms wanted) {
    int plus = word.indexOf('+');
    if (plus < 0) {
      return Stream.of(word);
    }
    String rest = word.substring(plus + 1);
    return inflections.of(word.substring(0, plus)).stream()
        .filter(wanted::include)
        .map(form -> form + rest);
  }

  /**
   * Makes sure that a list may have an entry.
   *
   * @throws IllegalArgumentException with what is wrong and what was expected
   */
  void checkEntry(String entry) {
    if (SIGNS.matcher(entry).find() && !Units.isClass(entry)) {
      throw new IllegalArgumentException(
          "'" + entry + "', expected words without | ~ ? and lists of lists");
    }
    forms(entry, Forms.ALL).forEach(this::phrase);
  }

  private int[] phrase(String alternative) {
    return JOINTS.splitAsStream(alternative).mapToInt(units::unit).toArray();
  }
}
