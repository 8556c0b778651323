// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.enrich.incidents.PlaceChooser.Choice;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.schema.Figure;
import io.postwatch.schema.PlaceMention;
import io.postwatch.schema.TopicMention;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Places the topics of a post that names several places. */
final class Placing {
  /** Places up to so many words off are named with the words, others may be by chance. */
  private static final int NEAR = 6;

  /** Of the words of a sentence, only those count that are at most so much further from a place. */
  private static final int AS_NEAR = 3;

  /** How many words may stand between a figure and the words that say what it counts. */
  private static final int CLAIM = 2;

  private final Reading reading;
  private final List<Token> tokens;
  private final PlaceChooser chooser;
  private final Optional<NamedPlace> main;
  private final Map<String, Findings> found = new LinkedHashMap<>();

  private Placing(Reading reading, PlaceChooser chooser, Optional<NamedPlace> main) {
    this.reading = reading;
    this.tokens = reading.tokens();
    this.chooser = chooser;
    this.main = main;
  }

  private record Said(TopicMention mention, Choice choice) {}

  /**
   * The topics of a text, which has words, at their places, with their figures.
   *
   * @param named all places that it names
   * @param innermost those of them that topics may be at
   */
  static List<Finding> of(
      PostText text,
      Map<String, List<TopicMention>> topics,
      List<PlaceMention> named,
      List<PlaceMention> innermost,
      List<Figure> figures) {
    boolean[] evidence = new boolean[text.tokens().size()];
    topics.values().stream()
        .flatMap(List::stream)
        .forEach(mention -> evidence[Reading.tokenAt(text.tokens(), mention.getStart())] = true);
    Reading reading = Reading.of(text, evidence, named);
    List<NamedPlace> places = NamedPlaces.of(reading, innermost);
    Placing placing =
        new Placing(
            reading,
            new PlaceChooser(reading, PlaceGroups.of(reading, evidence, places)),
            main(places));
    topics.forEach(placing::place);
    figures.forEach(placing::assign);
    return placing.found.values().stream().flatMap(each -> each.toList().stream()).toList();
  }

  /** What hashtags say of the whole post comes before what its sentences name in passing. */
  private static Optional<NamedPlace> main(List<NamedPlace> places) {
    return MainPlace.of(places.stream().filter(NamedPlace::ofAll).toList())
        .or(() -> MainPlace.of(places));
  }

  private void place(String topic, List<TopicMention> mentions) {
    Findings findings = new Findings(topic, mentions);
    found.put(topic, findings);
    List<Said> said = mentions.stream().flatMap(mention -> said(mention, topic)).toList();
    int nearest = said.stream().mapToInt(each -> each.choice().cost()).min().orElse(0);
    Map<Integer, Integer> nearestIn = new HashMap<>();
    said.forEach(
        each -> nearestIn.merge(each.choice().sentence(), each.choice().cost(), Math::min));
    said.stream()
        .filter(each -> each.choice().cost() <= Math.max(NEAR, nearest))
        .filter(each -> each.choice().cost() <= nearestIn.get(each.choice().sentence()) + AS_NEAR)
        .forEach(each -> put(findings, each.choice().group(), each.mention()));
    if (findings.isEmpty()) {
      placeWithoutWords(findings, said, mentions.get(0));
    }
  }

  private Stream<Said> said(TopicMention mention, String topic) {
    return choice(mention.getStart(), mention.getEnd(), topic)
        .map(choice -> new Said(mention, choice))
        .stream();
  }

  private void put(Findings findings, PlaceGroup group, TopicMention mention) {
    group.innermost().forEach(place -> findings.put(place, mention));
    chooser.alike(group).stream()
        .flatMap(alike -> alike.innermost().stream())
        .forEach(place -> findings.put(place, mention));
  }

  /** By the place around one that cannot be counted; by the scene; by what the post is about. */
  private void placeWithoutWords(Findings findings, List<Said> uncountable, TopicMention first) {
    if (!uncountable.isEmpty()) {
      chooser.around(uncountable.get(0).choice().group()).forEach(findings::put);
    } else {
      chooser
          .before(Reading.tokenAt(tokens, first.getStart()))
          .map(PlaceGroup::innermost)
          .or(() -> main.map(List::of))
          .ifPresent(places -> places.forEach(findings::put));
    }
    if (findings.isEmpty()) {
      findings.putNowhere();
    }
  }

  /** Gives a figure to the topic it is about, at the place that its words name. */
  private void assign(Figure figure) {
    List<String> topics = FigureTopics.fitting(figure.getKind(), found.keySet());
    if (topics.isEmpty()) {
      return;
    }
    List<Findings> fitting = topics.stream().map(found::get).toList();
    int end = endOfClaim(figure, fitting.get(0).mentions());
    Optional<Choice> choice = choice(figure.getStart(), end, topics.get(0));
    // "12 killed in Kyiv, 3 in Lviv": a figure alone reports its topic where it stands.
    choice
        .filter(near -> near.cost() <= NEAR && near.group().role() == PlaceRole.AT)
        .ifPresent(near -> near.group().innermost().forEach(fitting.get(0)::put));
    List<NamedPlace> places =
        choice
            .map(Choice::group)
            .or(() -> chooser.before(Reading.tokenAt(tokens, figure.getStart())))
            .map(PlaceGroup::innermost)
            .orElse(List.of());
    fitting.stream()
        .filter(each -> places.stream().anyMatch(each::isAt))
        .findFirst()
        .ifPresentOrElse(
            each -> places.forEach(place -> each.add(place, figure)),
            () -> fitting.get(0).add(figure));
  }

  /** Where the words end that say what a figure counts, when they follow: "15 were arrested". */
  private int endOfClaim(Figure figure, List<TopicMention> mentions) {
    int last = Reading.tokenAt(tokens, figure.getEnd() - 1);
    return mentions.stream()
        .filter(mention -> mention.getStart() >= figure.getEnd())
        .filter(mention -> follows(Reading.tokenAt(tokens, mention.getStart()), last))
        .mapToInt(TopicMention::getEnd)
        .min()
        .orElse(figure.getEnd());
  }

  private boolean follows(int at, int last) {
    return at <= last + 1 + CLAIM && reading.sentence(at) == reading.sentence(last);
  }

  private Optional<Choice> choice(int start, int end, String topic) {
    int from = Reading.tokenAt(tokens, start);
    return chooser.inSentence(from, Reading.tokensUntil(tokens, from, end), topic);
  }
}
