// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.data.WordLists;
import io.postwatch.enrich.topics.PhrasePattern.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How common units are, as far as the patterns themselves show: words that many of them use, and
 * words that every text has.
 */
final class UnitFrequencies {
  private static final int EVERYWHERE = 10_000;

  private final Map<Integer, Integer> uses = new HashMap<>();

  UnitFrequencies(Units units) {
    WordLists.beside(UnitFrequencies.class, "hedges.tsv").get("everywhere").stream()
        .map(units::known)
        .flatMapToInt(OptionalInt::stream)
        .forEach(unit -> uses.put(unit, EVERYWHERE));
    uses.put(Units.NUMBER, EVERYWHERE);
  }

  void add(PhrasePattern pattern) {
    firstUnits(pattern.elements()).forEach(unit -> uses.merge(unit, 1, Integer::sum));
  }

  private static IntStream firstUnits(List<Element> elements) {
    return elements.stream().flatMapToInt(UnitFrequencies::firstUnits).distinct();
  }

  private static IntStream firstUnits(Element element) {
    return element.alternatives().firstUnits();
  }

  /** The element that the fewest texts have, of those that a match must have. */
  int rarestElement(PhrasePattern pattern) {
    List<Element> elements = pattern.elements();
    return IntStream.range(0, elements.size())
        .filter(i -> !elements.get(i).optional())
        .boxed()
        .min((a, b) -> Long.compare(frequency(elements.get(a)), frequency(elements.get(b))))
        .orElse(0);
  }

  private long frequency(Element element) {
    return firstUnits(element).mapToLong(unit -> uses.getOrDefault(unit, 0)).sum();
  }
}
