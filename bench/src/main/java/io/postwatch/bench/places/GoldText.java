// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.places;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postwatch.bench.Corpus;
import io.postwatch.enrich.names.EntityFinder;
import io.postwatch.enrich.places.NameTags;
import io.postwatch.enrich.tokens.PostText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with the places that people found in it.
 *
 * @param id of the document
 * @param post the text
 * @param places in order
 * @param tags what the tagger of names finds in it; none where it learned from this text
 */
record GoldText(String id, PostText post, List<GoldPlace> places, NameTags tags) {

  private static GoldText of(String id, String text, List<GoldPlace> places) {
    return new GoldText(id, PostText.of(text), places, NameTags.NONE);
  }

  /** The same, read by a tagger. */
  GoldText tagged(EntityFinder names) {
    NameTags found = new NameTags(List.of(names.tag(post, Integer.MAX_VALUE)));
    return new GoldText(id, post, places, found);
  }

  /**
   * A place found by people.
   *
   * @param start first character, in code points
   * @param end one past the last character
   * @param latitude degrees north; not a number where it was not placed
   * @param longitude degrees east
   */
  record GoldPlace(int start, int end, double latitude, double longitude) {
    boolean overlaps(int from, int to) {
      return start < to && from < end;
    }
  }

  /** News texts of {@code places/SET.jsonl}. */
  static List<GoldText> news(Corpus corpus, String set) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<GoldText> texts = new ArrayList<>();
    for (String line : Files.readAllLines(corpus.require("places/" + set + ".jsonl"))) {
      JsonNode node = json.readTree(line);
      List<GoldPlace> places = new ArrayList<>();
      for (JsonNode place : node.get("places")) {
        places.add(
            new GoldPlace(
                place.get("start").asInt(),
                place.get("end").asInt(),
                place.get("latitude").asDouble(Double.NaN),
                place.get("longitude").asDouble(Double.NaN)));
      }
      texts.add(of(node.get("document").asText(), node.get("text").asText(), places));
    }
    return texts;
  }

  /** Tweets of {@code names/SET.conll}, whose places have no coordinates. */
  static List<GoldText> tweets(Corpus corpus, String set) throws IOException {
    List<GoldText> texts = new ArrayList<>();
    String[] tweets = Files.readString(corpus.require("names/" + set + ".conll")).split("\n\\s*\n");
    for (String tweet : tweets) {
      StringBuilder text = new StringBuilder();
      List<GoldPlace> places = new ArrayList<>();
      int points = 0;
      for (String line : tweet.split("\n")) {
        String[] columns = line.split("\t");
        if (columns.length < 2) {
          continue;
        }
        int start = points;
        text.append(columns[0]).append(' ');
        points += columns[0].codePointCount(0, columns[0].length()) + 1;
        if (columns[1].equals("B-LOC")) {
          places.add(new GoldPlace(start, points - 1, Double.NaN, Double.NaN));
        } else if (columns[1].equals("I-LOC") && !places.isEmpty()) {
          GoldPlace begun = places.remove(places.size() - 1);
          places.add(new GoldPlace(begun.start(), points - 1, Double.NaN, Double.NaN));
        }
      }
      texts.add(of(text.toString(), text.toString(), places));
    }
    return texts;
  }

  /** Sentences of our own, each with one famous name, and which place it is. */
  static List<GoldText> bareNames() throws IOException {
    List<GoldText> texts = new ArrayList<>();
    InputStream resource = GoldText.class.getResourceAsStream("bare-names.tsv");
    String table = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    for (String line : table.split("\n")) {
      String[] columns = line.split("\t");
      if (!line.startsWith("#") && columns.length == 3) {
        String before = "Protests in ";
        texts.add(
            of(
                columns[0],
                before + columns[0] + " tonight",
                List.of(
                    new GoldPlace(
                        before.length(),
                        before.length() + columns[0].length(),
                        Double.parseDouble(columns[1]),
                        Double.parseDouble(columns[2])))));
      }
    }
    return texts;
  }

  /** True where people said where the places are. */
  boolean isPlaced() {
    return places.stream().anyMatch(place -> !Double.isNaN(place.latitude()));
  }

  /** True for the half of the documents that weights may be learned on. */
  boolean isForLearning() {
    return (id.hashCode() * 0x9E3779B9 >>> 31) == 0;
  }
}
