// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.standalone.Newsroom.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Posts in the order of their time, and files of them that appear one after the other. */
final class NewsWire implements AutoCloseable {
  /** A kind of news, which reports one topic and names one country. */
  private record News(String topic, String country, String text) {}

  private static final List<News> NEWS =
      List.of(
          new News("protest", "KE", "Huge protest in Kenya"),
          new News("strike", "CL", "Dock workers on strike in Chile"),
          new News("disaster-natural", "BD", "Flood in Bangladesh"),
          new News("explosion", "LB", "Explosion in Lebanon"),
          new News("arrest", "BY", "Journalists arrested in Belarus"),
          new News("riot", "EC", "Riots in Ecuador"));

  private static final int LINES_A_FILE = 100;
  private static final int AUTHORS = 200;
  private static final int OUTLETS = 40;

  /** Every tenth post is in a second article, soon after. */
  private static final int SEEN_AGAIN = 10;

  private static final int SOON = 500;

  /** Every twentieth repeats the text of the post of its kind before it. */
  private static final int COPIES = 20;

  /**
   * After that many texts are used again: 50 a kind. What there is more of in a window than a few
   * hundred is estimated, and so are authors and outlets.
   */
  private static final int STREETS = 300;

  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private final Path directory;

  /** Writes into a directory, which must exist. */
  NewsWire(Path directory) {
    this.directory = directory;
  }

  /**
   * Sightings of many posts, whose times are spread evenly.
   *
   * @param first number of the first post; no two have the same
   */
  static List<Sighting> sightings(
      int first, int posts, Instant from, Duration span, Random random) {
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < posts; i++) {
      Instant at = from.plus(span.multipliedBy(i).dividedBy(posts));
      sightings.add(sighting(first + i, at, random));
      if (i % SEEN_AGAIN == 0) {
        int back = random.nextInt(Math.min(SOON, sightings.size()));
        sightings.add(elsewhere(sightings.get(sightings.size() - 1 - back), i));
      }
    }
    return sightings;
  }

  /** One post of every kind, so that each topic hears of a time. */
  static List<Sighting> ofEachKind(int first, Instant at, Random random) {
    return IntStream.range(first, first + NEWS.size())
        .mapToObj(number -> sighting(number, at, random))
        .toList();
  }

  private static Sighting sighting(int number, Instant at, Random random) {
    News news = NEWS.get(number % NEWS.size());
    int street = number % COPIES == COPIES - 1 ? number - NEWS.size() : number;
    Post post =
        Post.at(
            at,
            number,
            "reporter" + number * 7919L % AUTHORS,
            news.text() + ", street " + street % STREETS);
    return inArticle(post, news.topic(), news.country(), "a" + number / 3, random.nextInt(OUTLETS));
  }

  private static Sighting elsewhere(Sighting earlier, int number) {
    return inArticle(
        earlier.post(), earlier.topic(), earlier.country(), "b" + number, number % OUTLETS);
  }

  private static Sighting inArticle(
      Post post, String topic, String country, String page, int outlet) {
    String host = "news" + outlet + ".example";
    return new Sighting(post, topic, country, "https://" + host + "/" + page, host);
  }

  /**
   * Begins to write, at an even pace; ends with the last file, exceptionally when one could not be
   * written.
   */
  CompletableFuture<Void> send(List<Sighting> sightings, Duration span) {
    int files = (sightings.size() + LINES_A_FILE - 1) / LINES_A_FILE;
    CompletableFuture<?>[] written = new CompletableFuture<?>[files];
    for (int file = 0; file < files; file++) {
      int from = file * LINES_A_FILE;
      List<Sighting> lines =
          sightings.subList(from, Math.min(sightings.size(), from + LINES_A_FILE));
      String name = String.format(Locale.ROOT, "%05d.jsonl", file);
      long delay = span.multipliedBy(file).dividedBy(files).toMillis();
      written[file] =
          CompletableFuture.runAsync(
              () -> write(name, lines),
              CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS, writer));
    }
    return CompletableFuture.allOf(written);
  }

  /** Writes a file at once; files are read in the order of their names. */
  void write(String name, List<Sighting> sightings) {
    String lines =
        sightings.stream().map(Sighting::json).collect(Collectors.joining("\n", "", "\n"));
    try {
      // A reader that comes at this moment must not find half of it; what is hidden is not read.
      Path draft = Files.writeString(directory.resolve(".draft-" + name), lines);
      Files.move(draft, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    writer.shutdownNow();
  }
}
