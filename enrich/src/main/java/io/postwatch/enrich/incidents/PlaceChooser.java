// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses among a text's places the one that some of its words are about. */
final class PlaceChooser {
  /** A place before the words is as near as one after them that is so many words further off. */
  private static final int BEFORE = 3;

  /** How far a place is that stands right before: "in the Paris riots". */
  private static final int ADJACENT = 1;

  /** How far a place is that begins a sentence as its scene: "In Kyiv, ..." */
  private static final int SCENE = 3;

  /** How many words further off a town may be than its country, and be meant. */
  private static final int INSIDE = 6;

  private final Reading reading;
  private final List<PlaceGroup> groups;

  PlaceChooser(Reading reading, List<PlaceGroup> groups) {
    this.reading = reading;
    this.groups = groups;
  }

  /**
   * Places that words name as theirs.
   *
   * @param sentence number of the words' sentence
   * @param cost how far off they are, in words
   */
  record Choice(PlaceGroup group, int sentence, int cost) {}

  /**
   * The nearest places in the sentence of some words, in a role that their topic may be at; inside
   * them rather than all of them, where the sentence goes on to say so.
   */
  Optional<Choice> inSentence(int from, int to, String topic) {
    Optional<Choice> nearest = nearest(groups, from, to, topic);
    return nearest
        .flatMap(outer -> nearest(inside(outer.group()), from, to, topic))
        .filter(inner -> inner.cost() <= nearest.get().cost() + INSIDE)
        .or(() -> nearest);
  }

  private List<PlaceGroup> inside(PlaceGroup outer) {
    return groups.stream().filter(outer::isAround).toList();
  }

  private Optional<Choice> nearest(List<PlaceGroup> among, int from, int to, String topic) {
    Choice best = null;
    for (PlaceGroup group : among) {
      boolean sameSentence =
          reading.sentence(group.from()) <= reading.sentence(to - 1)
              && reading.sentence(group.to() - 1) >= reading.sentence(from);
      if (sameSentence && group.isInSentence() && group.role().isWhere(topic)) {
        int cost = cost(group, from, to);
        best =
            best == null || cost < best.cost()
                ? new Choice(group, reading.sentence(from), cost)
                : best;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The places after others of which the same is said in fewer words: "12 killed in Kyiv, 3 in
   * Lviv".
   */
  List<PlaceGroup> alike(PlaceGroup group) {
    List<PlaceGroup> alike = new ArrayList<>();
    int at = indexOf(group);
    while (at + 1 < groups.size()
        && groups.get(at + 1).role() == PlaceRole.AT
        && reading.isNumberBetween(groups.get(at).to(), groups.get(at + 1).from())) {
      alike.add(groups.get(++at));
    }
    return alike;
  }

  private int indexOf(PlaceGroup group) {
    int at = 0;
    while (groups.get(at) != group) {
      at++;
    }
    return at;
  }

  /** What counts of the places around others that do not. */
  List<NamedPlace> around(PlaceGroup uncountable) {
    return groups.stream()
        .filter(group -> group.isAround(uncountable))
        .flatMap(group -> group.innermost().stream())
        .limit(1)
        .toList();
  }

  /** The scene that the sentences before some words set last. */
  Optional<PlaceGroup> before(int from) {
    PlaceGroup scene = null;
    for (PlaceGroup group : groups) {
      boolean earlier = reading.sentence(group.to() - 1) < reading.sentence(from);
      if (earlier && group.isInSentence() && group.role() == PlaceRole.AT) {
        scene = group;
      }
    }
    return Optional.ofNullable(scene);
  }

  private int cost(PlaceGroup group, int from, int to) {
    int role = group.role().cost();
    if (group.from() >= to) {
      return role + reading.between(to, group.from());
    }
    if (group.to() > from) {
      return 0;
    }
    if (group.to() == from && group.role() == PlaceRole.AT && isJoined(from)) {
      return ADJACENT;
    }
    if (isScene(group)) {
      return SCENE + reading.clausesBetween(group.to() + 1, from);
    }
    return role + BEFORE + reading.between(group.to(), from);
  }

  private boolean isJoined(int at) {
    return reading.tokens().get(at).isJoined();
  }

  /** Whether a place begins a clause and a comma, colon or dash ends it. */
  private boolean isScene(PlaceGroup group) {
    List<Token> tokens = reading.tokens();
    int at = group.from();
    while (at > 0 && tokens.get(at).isJoined() && reading.isSmall(at - 1)) {
      at--;
    }
    boolean begins = at == 0 || reading.beginsClause(at);
    return begins
        && group.role() == PlaceRole.AT
        && group.to() < tokens.size()
        && tokens.get(group.to()).border() == Border.PAUSE;
  }
}
