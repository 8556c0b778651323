// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.language;

import io.postwatch.bench.Corpus;
import io.postwatch.bench.annotate.TweetTexts;
import io.postwatch.enrich.language.LanguageFinder;
import io.postwatch.enrich.tokens.PostText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Scores language recognition: English tweets, and the beginnings of the paragraphs of the
 * Universal Declaration of Human Rights in each language, cut at 80 and at 25 characters.
 */
final class LanguageScores {
  private static final int[] CUTS = {80, 25};

  private final LanguageFinder languages = LanguageFinder.load();

  private LanguageScores() {}

  public static void main(String[] args) throws IOException {
    LanguageScores scores = new LanguageScores();
    Corpus corpus = Corpus.of(args);
    for (String set : List.of("btc-nh-dev", "tweebank-dev", "wnut17-dev")) {
      List<String> tweets = TweetTexts.of(corpus, set);
      System.out.println(set + " taken for English: " + scores.of("en", tweets));
    }
    List<String> directories = Arrays.stream(args).filter(arg -> !arg.startsWith("-")).toList();
    if (directories.size() > 1) {
      scores.declaration(Path.of(directories.get(1)));
    } else {
      System.out.println("No directory with the declaration given, so English alone was scored.");
    }
  }

  /** Parts right, wrong and left open. */
  private record Shares(int right, int wrong, int open) {
    Shares plus(Shares other) {
      return new Shares(right + other.right, wrong + other.wrong, open + other.open);
    }

    @Override
    public String toString() {
      double all = right + wrong + open;
      return String.format(
          Locale.ROOT,
          "%.1f%% right, %.1f%% wrong, %.1f%% left open (%d)",
          100 * right / all,
          100 * wrong / all,
          100 * open / all,
          (int) all);
    }
  }

  private Shares of(String language, List<String> texts) {
    int right = 0;
    int wrong = 0;
    for (String text : texts) {
      String found = languages.find(PostText.of(text));
      right += language.equals(found) ? 1 : 0;
      wrong += found != null && !language.equals(found) ? 1 : 0;
    }
    return new Shares(right, wrong, texts.size() - right - wrong);
  }

  private void declaration(Path directory) throws IOException {
    Map<String, List<String>> paragraphs = paragraphs(directory);
    for (int cut : CUTS) {
      System.out.println("Paragraphs of the declaration cut at " + cut + " characters");
      Shares all = new Shares(0, 0, 0);
      List<String> weak = new ArrayList<>();
      for (Map.Entry<String, List<String>> one : paragraphs.entrySet()) {
        List<String> beginnings =
            one.getValue().stream().map(p -> p.substring(0, Math.min(cut, p.length()))).toList();
        Shares shares = of(one.getKey(), beginnings);
        all = all.plus(shares);
        if (shares.right() < 0.9 * beginnings.size()) {
          weak.add(one.getKey() + " " + shares);
        }
      }
      System.out.println("  " + paragraphs.size() + " languages: " + all);
      weak.forEach(line -> System.out.println("  below 90%: " + line));
    }
  }

  /** By language; translations into older spellings and other scripts are left out. */
  private static Map<String, List<String>> paragraphs(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(directory.resolve("declaration"))) {
      all.filter(file -> file.toString().endsWith(".html")).forEach(files::add);
    }
    Collections.sort(files);
    Map<String, List<String>> paragraphs = new TreeMap<>();
    for (Path file : files) {
      Document page = Jsoup.parse(file, "UTF-8");
      String language = Declarations.languageOf(page.select("html").first());
      if (language != null && !paragraphs.containsKey(language)) {
        paragraphs.put(
            language,
            page.select("p").stream().map(Element::text).filter(p -> p.length() >= 30).toList());
      }
    }
    return paragraphs;
  }
}
