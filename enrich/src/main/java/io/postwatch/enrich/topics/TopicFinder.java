// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.topics.CompiledTopics.Match;
import io.postwatch.schema.PlaceMention;
import io.postwatch.schema.TopicMention;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the topics that a post reports; safe to share between threads.
 *
 * <p>A post's confidence in a topic is that of its surest match, raised by its other wordings; a
 * match that is denied does not count. One that is only supposed, or speaks of history, fiction or
 * sport, reports nothing by itself, and counts half beside others.
 */
public final class TopicFinder {
  private static final double SUPPOSED = 0.5;
  private static final int MOST_MATCHES = 2000;

  /** What further wordings take of the doubt that the surest leaves: they are not independent. */
  private static final double FURTHER = 0.5;

  /** No words are proof. */
  private static final double SUREST = 0.99;

  private final CompiledTopics topics;
  private final Denial denial = new Denial();
  private final Doubts doubts = new Doubts();

  /**
   * A finder for a file's topics.
   *
   * @throws TopicsFileException on a pattern that cannot be read
   */
  public TopicFinder(TopicsFile file) {
    this.topics = new CompiledTopics(file);
  }

  /** A stretch of tokens that reports a topic. */
  private record Evidence(int from, int to, double confidence) {
    boolean overlaps(int otherFrom, int otherTo) {
      return from < otherTo && otherFrom < to;
    }
  }

  /**
   * The topics reported and the words that say so, the surest topic first, up to a limit; every
   * mention of a topic has the post's confidence in it.
   *
   * @param places the places that the post names, in order
   */
  public List<TopicMention> find(PostText post, List<PlaceMention> places, int limit) {
    Map<String, List<Evidence>> evidence = evidence(post.tokens(), starts(post, places));
    return evidence.entrySet().stream()
        .map(topic -> mentions(post, topic.getKey(), topic.getValue()))
        .sorted(Comparator.comparingDouble(mentions -> -mentions.get(0).getConfidence()))
        .flatMap(List::stream)
        .limit(limit)
        .toList();
  }

  /** The tokens at which places begin. */
  private static BitSet starts(PostText post, List<PlaceMention> places) {
    BitSet starts = new BitSet();
    int token = 0;
    for (PlaceMention place : places) {
      while (token < post.tokens().size() && post.start(token) < place.getStart()) {
        token++;
      }
      starts.set(token);
    }
    return starts;
  }

  private Map<String, List<Evidence>> evidence(List<Token> tokens, BitSet places) {
    List<Match> matches = new ArrayList<>();
    List<Match> traps = new ArrayList<>();
    topics.match(
        tokens,
        places,
        match -> {
          List<Match> kind = match.rule().isTrap() ? traps : matches;
          if (kind.size() < MOST_MATCHES) {
            kind.add(match);
          }
        });
    matches.removeIf(
        match -> isTrapped(match, traps) || denial.isDenied(tokens, match.from(), match.to()));
    matches.sort(Comparator.comparingInt(Match::length).reversed());
    Doubts.InText doubtful = doubts.in(tokens);
    Map<String, List<Evidence>> evidence = new LinkedHashMap<>();
    Set<String> reported = new HashSet<>();
    for (Match match : matches) {
      String topic = match.rule().topic();
      boolean supposed =
          denial.isSupposed(tokens, match.from(), match.to())
              || doubtful.isDoubtful(topic, match.from(), match.to());
      if (!supposed) {
        reported.add(topic);
      }
      keep(
          evidence.computeIfAbsent(topic, any -> new ArrayList<>()),
          new Evidence(
              match.coreFrom(),
              match.coreTo(),
              match.rule().confidence() * (supposed ? SUPPOSED : 1)));
    }
    evidence.keySet().retainAll(reported);
    return evidence;
  }

  /** A trap holds what begins inside it, and what it overlaps and is not longer than itself. */
  private static boolean isTrapped(Match match, List<Match> traps) {
    for (Match trap : traps) {
      boolean meant =
          trap.rule().topic() == null || trap.rule().topic().equals(match.rule().topic());
      boolean overlaps = trap.from() < match.coreTo() && match.coreFrom() < trap.to();
      boolean stronger = trap.from() <= match.coreFrom() || trap.length() >= match.length();
      if (meant && overlaps && stronger) {
        return true;
      }
    }
    return false;
  }

  /** Of overlapping evidence the longest is shown, with the confidence of the surest. */
  private static void keep(List<Evidence> kept, Evidence next) {
    for (int i = 0; i < kept.size(); i++) {
      Evidence longer = kept.get(i);
      if (longer.overlaps(next.from(), next.to())) {
        double surest = Math.max(longer.confidence(), next.confidence());
        kept.set(i, new Evidence(longer.from(), longer.to(), surest));
        return;
      }
    }
    kept.add(next);
  }

  private static List<TopicMention> mentions(PostText post, String topic, List<Evidence> evidence) {
    Map<String, Double> wordings = new LinkedHashMap<>();
    for (Evidence each : evidence) {
      wordings.merge(wording(post.tokens(), each), each.confidence(), Math::max);
    }
    double confidence = together(wordings.values());
    return evidence.stream()
        .sorted(Comparator.comparingInt(Evidence::from))
        .map(each -> mention(post, topic, each, confidence))
        .toList();
  }

  private static double together(Collection<Double> beliefs) {
    double surest = Collections.max(beliefs);
    if (surest >= SUREST) {
      return SUREST;
    }
    double doubt = 1;
    for (double belief : beliefs) {
      doubt *= 1 - belief;
    }
    double others = 1 - doubt / (1 - surest);
    return Math.min(SUREST, surest + (1 - surest) * FURTHER * others);
  }

  private static String wording(List<Token> tokens, Evidence evidence) {
    StringBuilder words = new StringBuilder();
    for (Token token : tokens.subList(evidence.from(), evidence.to())) {
      words.append(token.norm()).append(' ');
    }
    return words.toString();
  }

  private static TopicMention mention(
      PostText post, String topic, Evidence evidence, double confidence) {
    return TopicMention.newBuilder()
        .setTopic(topic)
        .setConfidence(confidence)
        .setStart(post.start(evidence.from()))
        .setEnd(post.end(evidence.to()))
        .build();
  }
}
