// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.spikes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.postwatch.aggregate.spikes.DetectedSpike;
import io.postwatch.aggregate.spikes.SeriesRow;
import io.postwatch.aggregate.spikes.SpikeDetector;
import io.postwatch.aggregate.spikes.SpikeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Counts with the windows in which people saw something unusual.
 *
 * @param name of its file, without what all have
 * @param rows in order of time
 * @param windows apart from each other, in order of time
 */
record LabelledSeries(String name, List<SeriesRow> rows, List<Window> windows) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  /** Share of each series that detectors may spend on learning. */
  private static final double WARM_UP = 0.15;

  /**
   * @param start in milliseconds since 1970-01-01 UTC
   * @param end in the same, part of the window
   */
  record Window(long start, long end) {
    boolean contains(long time) {
      return start <= time && time <= end;
    }
  }

  /** The series that {@code windows.json} names, in its directory. */
  static List<LabelledSeries> read(Path directory) throws IOException {
    JsonNode windows =
        JsonMapper.builder().build().readTree(directory.resolve("windows.json").toFile());
    List<LabelledSeries> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : windows.properties()) {
      Path file = directory.resolve(Path.of(entry.getKey()).getFileName());
      List<SeriesRow> rows =
          Files.readAllLines(file).stream().skip(1).map(SeriesRow::parse).toList();
      List<Window> labelled = new ArrayList<>();
      entry
          .getValue()
          .forEach(pair -> labelled.add(new Window(time(pair.get(0)), time(pair.get(1)))));
      String name = file.getFileName().toString().replaceAll("Twitter_volume_|\\.csv", "");
      all.add(new LabelledSeries(name, rows, labelled));
    }
    return all;
  }

  private static long time(JsonNode text) {
    return LocalDateTime.parse(text.asText(), TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  Duration interval() {
    return Duration.ofMillis(SeriesRow.usualInterval(rows).orElseThrow());
  }

  /** End of the first part, which is for learning. */
  long warmUpEnd() {
    return rows.get((int) (WARM_UP * rows.size())).start();
  }

  double weeksAfterWarmUp() {
    long millis = rows.get(rows.size() - 1).start() - warmUpEnd();
    return (double) millis / Duration.ofDays(7).toMillis();
  }

  List<DetectedSpike> spikes(SpikeSettings settings) {
    SpikeDetector detector = new SpikeDetector(settings);
    List<DetectedSpike> spikes = new ArrayList<>();
    for (SeriesRow row : rows) {
      detector.observe(row.start(), row.count()).stream()
          .filter(DetectedSpike::isOver)
          .forEach(spikes::add);
    }
    detector.lasting().ifPresent(spikes::add);
    return spikes;
  }

  /** The same people, of whom each post is seen with a probability. */
  LabelledSeries thinned(double share) {
    Random random = new Random(0);
    return with(
        rows.stream()
            .map(row -> new SeriesRow(row.start(), thinned(row.count(), share, random)))
            .toList());
  }

  private static long thinned(long count, double share, Random random) {
    return random.doubles(count).filter(x -> x < share).count();
  }

  /** In intervals that are so many times as long. */
  LabelledSeries summed(int times) {
    List<SeriesRow> sums = new ArrayList<>();
    for (int i = 0; i + times <= rows.size(); i += times) {
      List<SeriesRow> part = rows.subList(i, i + times);
      sums.add(new SeriesRow(part.get(0).start(), part.stream().mapToLong(SeriesRow::count).sum()));
    }
    return with(sums);
  }

  private LabelledSeries with(List<SeriesRow> changed) {
    return new LabelledSeries(name, changed, windows);
  }
}
