// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.serve;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Locale;

/** What the pipeline did in a while. */
final class Phase {
  static final String HEAD =
      String.format(
          Locale.ROOT,
          "%-34s  %8s  %8s  %9s  %9s  %6s  %6s  %s",
          "",
          "posts/s",
          "read",
          "incidents",
          "counts/s",
          "cores",
          "MiB",
          "s from arrival to count, p50 / p99 at most");

  private final HttpClient client;
  private final ServedPipeline pipeline;
  private final PostStream stream;
  private final Scrape scrape;
  private final long written;
  private final long nanos;
  private final long cpuNanos;

  private Phase(HttpClient client, ServedPipeline pipeline, PostStream stream)
      throws IOException, InterruptedException {
    this.client = client;
    this.pipeline = pipeline;
    this.stream = stream;
    this.scrape = Scrape.of(client, pipeline.uri());
    this.written = stream.written();
    this.nanos = System.nanoTime();
    this.cpuNanos = pipeline.cpuNanos();
  }

  static Phase begin(HttpClient client, ServedPipeline pipeline, PostStream stream)
      throws IOException, InterruptedException {
    return new Phase(client, pipeline, stream);
  }

  /** A row below {@link #HEAD}. */
  String end(String name) throws IOException, InterruptedException {
    Phase now = begin(client, pipeline, stream);
    double seconds = (now.nanos - nanos) / 1e9;
    return String.format(
        Locale.ROOT,
        "%-34s  %,8.0f  %,8.0f  %,9.0f  %,9.0f  %6.2f  %,6d  %s / %s",
        name,
        (now.written - written) / seconds,
        now.scrape.since(scrape, "postwatch_posts_total") / seconds,
        now.scrape.since(scrape, "postwatch_incidents_total") / seconds,
        now.scrape.since(scrape, "postwatch_counts_total") / seconds,
        (now.cpuNanos - cpuNanos) / 1e9 / seconds,
        pipeline.residentMegabytes(),
        latency(scrape, now.scrape, 0.5),
        latency(scrape, now.scrape, 0.99));
  }

  /** Seconds at most from a post's arrival to a count by SEEN that includes it. */
  static double latency(Scrape before, Scrape now, double share) {
    return now.quantileSince(before, "postwatch_count_latency_seconds", "clock=\"SEEN\"", share);
  }
}
