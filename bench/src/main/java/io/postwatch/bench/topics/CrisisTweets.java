// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.topics;

import io.postwatch.enrich.topics.TopicsCheck;
import io.postwatch.schema.TopicMention;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tweets of disasters with one class each, of which some are ours under another name; each such
 * class is scored by itself, for a tweet may report more than its one class says.
 */
record CrisisTweets(List<Tweet> tweets) {
  private static final Map<String, String> TOPICS =
      Map.of(
          "injured_or_dead_people", "casualties",
          "displaced_people_and_evacuations", "displacement",
          "infrastructure_and_utility_damage", "property-destruction",
          "requests_or_urgent_needs", "humanitarian-need");

  /** A labelled text. */
  record Tweet(String label, String text) {}

  /** Reads rows of class and text. */
  static CrisisTweets read(Path file) throws IOException {
    List<Tweet> tweets = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t", 2);
      if (cells.length == 2) {
        tweets.add(new Tweet(cells[0], cells[1]));
      }
    }
    return new CrisisTweets(tweets);
  }

  ClassScores score(TopicReader reader, PrintStream errors) {
    ClassScores scores = new ClassScores();
    for (Tweet tweet : tweets) {
      List<TopicMention> topics = reader.topics(tweet.text());
      for (String topic : TOPICS.values()) {
        boolean expected = topic.equals(TOPICS.get(tweet.label()));
        boolean found = topics.stream().anyMatch(mention -> reports(mention, topic));
        scores.add(topic, expected, found);
        if (errors != null && expected != found) {
          errors.printf(
              "%s: %s %s: %s%n   %s%n",
              tweet.label(),
              found ? "not" : "missed",
              topic,
              tweet.text(),
              TopicWords.of(tweet.text(), topics));
        }
      }
    }
    return scores;
  }

  private static boolean reports(TopicMention mention, String topic) {
    return mention.getTopic().equals(topic) && mention.getConfidence() >= TopicsCheck.REPORTED;
  }
}
