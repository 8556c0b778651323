// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.twitter.twittertext.Extractor;
import io.postwatch.ingest.extract.post.PostText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Runs the conformance cases that come with twitter-text (Apache-2.0) through the library, and
 * those for hashtags and mentions through what {@link PostText} makes of it: names in lower case,
 * once.
 */
final class Conformance {
  private static final Extractor LIBRARY = new Extractor();
  private static final PostText OURS = new PostText();

  private static final Map<String, Function<String, List<String>>> BY_LIBRARY =
      new TreeMap<>(
          Map.ofEntries(
              entry("mentions", LIBRARY::extractMentionedScreennames),
              entry("mentions_with_indices", LIBRARY::extractMentionedScreennames),
              entry("mentions_or_lists_with_indices", Conformance::mentionsAndLists),
              entry("replies", Conformance::repliedTo),
              entry("hashtags", LIBRARY::extractHashtags),
              entry("hashtags_from_astral", LIBRARY::extractHashtags),
              entry("hashtags_with_indices", LIBRARY::extractHashtags),
              entry("urls", LIBRARY::extractURLs),
              entry("urls_with_indices", LIBRARY::extractURLs),
              entry("urls_with_directional_markers", LIBRARY::extractURLs),
              entry("tco_urls_with_params", LIBRARY::extractURLs),
              entry("cashtags", LIBRARY::extractCashtags),
              entry("cashtags_with_indices", LIBRARY::extractCashtags)));

  private static final Map<String, Function<String, List<String>>> BY_US =
      new TreeMap<>(
          Map.of(
              "mentions", OURS::mentions,
              "mentions_with_indices", OURS::mentions,
              "hashtags", OURS::hashtags,
              "hashtags_from_astral", OURS::hashtags,
              "hashtags_with_indices", OURS::hashtags));

  private Conformance() {}

  public static void main(String[] args) throws IOException {
    JsonNode groups =
        new YAMLMapper()
            .readTree(Corpus.of(args).require("twitter-text/extract.yml").toFile())
            .path("tests");
    run("twitter-text", groups, BY_LIBRARY);
    run("PostText", groups, BY_US);
  }

  private static List<String> mentionsAndLists(String text) {
    return LIBRARY.extractMentionsOrListsWithIndices(text).stream()
        .map(Extractor.Entity::getValue)
        .toList();
  }

  private static List<String> repliedTo(String text) {
    return Optional.ofNullable(LIBRARY.extractReplyScreenname(text)).stream().toList();
  }

  private static void run(
      String name, JsonNode groups, Map<String, Function<String, List<String>>> readers) {
    int cases = 0;
    List<String> failures = new ArrayList<>();
    for (Map.Entry<String, Function<String, List<String>>> reader : readers.entrySet()) {
      for (JsonNode test : groups.path(reader.getKey())) {
        cases++;
        List<String> expected = folded(reader.getKey(), expected(test.path("expected")));
        List<String> given =
            folded(reader.getKey(), reader.getValue().apply(test.path("text").asText()));
        if (!given.equals(expected)) {
          failures.add(
              "  %s: %s: %s, expected %s"
                  .formatted(reader.getKey(), test.path("description").asText(), given, expected));
        }
      }
    }
    System.out.printf("%s: %d of %d cases pass%n", name, cases - failures.size(), cases);
    failures.forEach(System.out::println);
  }

  private static List<String> expected(JsonNode expected) {
    if (expected.isTextual()) {
      return List.of(expected.asText());
    }
    List<String> words = new ArrayList<>();
    for (JsonNode one : expected) {
      words.add(one.isTextual() ? one.asText() : one.elements().next().asText());
    }
    return words;
  }

  /** Mentions are compared as the accounts that they name; all else as written. */
  private static List<String> folded(String group, List<String> words) {
    return words.stream()
        .map(word -> group.startsWith("mentions") ? word.toLowerCase(Locale.ROOT) : word)
        .distinct()
        .toList();
  }
}
