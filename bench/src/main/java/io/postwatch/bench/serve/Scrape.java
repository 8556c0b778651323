// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a process tells of itself at one moment.
 *
 * @param values value of each series of {@code /metrics}, by its name and labels as they stand
 *     there
 */
record Scrape(Map<String, Double> values) {
  static Scrape of(HttpClient client, URI server) throws IOException, InterruptedException {
    String text =
        client
            .send(
                HttpRequest.newBuilder(server.resolve("/metrics")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    Map<String, Double> values = new HashMap<>();
    for (String line : text.split("\n")) {
      int space = line.lastIndexOf(' ');
      if (!line.startsWith("#") && space > 0) {
        values.put(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
      }
    }
    return new Scrape(values);
  }

  /** What a counter came to since, over all its labels. */
  double since(Scrape before, String name) {
    return total(name) - before.total(name);
  }

  private double total(String name) {
    return values.entrySet().stream()
        .filter(v -> v.getKey().equals(name) || v.getKey().startsWith(name + "{"))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /**
   * Upper bound of the bucket that holds a quantile of what a histogram counted since.
   *
   * @param labels as they stand before the bucket's bound
   */
  double quantileSince(Scrape before, String name, String labels, double share) {
    TreeMap<Double, Double> buckets = new TreeMap<>();
    String start = name + "_bucket{" + labels + ",le=\"";
    values.forEach(
        (series, value) -> {
          if (series.startsWith(start)) {
            String bound = series.substring(start.length(), series.length() - 2);
            buckets.put(
                bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound),
                value - before.values.getOrDefault(series, 0.0));
          }
        });
    double all = buckets.isEmpty() ? 0 : buckets.lastEntry().getValue();
    return buckets.entrySet().stream()
        .filter(bucket -> bucket.getValue() >= share * all)
        .mapToDouble(Map.Entry::getKey)
        .findFirst()
        .orElse(Double.NaN);
  }
}
