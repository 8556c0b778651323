// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.ingest.extract.skim.PageSkim;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.Contents;
import io.postwatch.ingest.source.Origin;
import io.postwatch.ingest.source.Page;
import io.postwatch.ingest.source.SourceItem;
import io.postwatch.ingest.source.Sources;
import io.postwatch.ingest.source.web.WebSources;
import io.postwatch.runtime.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;

/** How fast pages are passed over and read, as ratios in one run. */
final class ExtractSpeed {
  private static final WebSources NO_WEB =
      WebSources.once(Settings.load(Optional.empty(), Map.of(), Map.of()));
  private static final int ROUNDS = 9;

  /** In a round, so that it takes about as long as parsing, and the runtime has compiled it. */
  private static final int SKIMS = 20;

  private static final int WARC_ROUNDS = 3;
  private static final long WARC_BYTES = 200_000_000L;

  /** One page in so many has embeds; of a crawl of news sites a little more do. */
  private static final int PAGES_PER_EMBED = 20;

  private static final PostExtractor EXTRACTOR = new PostExtractor();
  private static final PageSkim SKIM = new PageSkim();

  private ExtractSpeed() {}

  public static void main(String[] args) throws Exception {
    InventedPages invented = new InventedPages(1);
    List<byte[]> without = invented.pages(100, false);
    skim("invented pages without embeds", without);
    Optional<Path> pages =
        Optional.of(Corpus.of(args).root().resolve("pages")).filter(Files::exists);
    if (pages.isPresent()) {
      skim("corpus pages without embeds", labelled(pages.get(), false));
      extract("corpus pages without embeds, passed over or read", labelled(pages.get(), false));
    }
    List<byte[]> with = invented.pages(50, true);
    extract("invented pages with embeds", with);
    if (pages.isPresent()) {
      extract("corpus pages with embeds", labelled(pages.get(), true));
    }
    List<byte[]> crawl = new ArrayList<>(without);
    crawl.addAll(with.subList(0, without.size() / PAGES_PER_EMBED));
    warc(crawl);
  }

  private static List<byte[]> labelled(Path pages, boolean withEmbeds) throws IOException {
    List<byte[]> chosen = new ArrayList<>();
    for (Map.Entry<String, List<GoldPost>> page :
        GoldPost.read(pages.resolve("gold.tsv")).entrySet()) {
      if (page.getValue().isEmpty() != withEmbeds) {
        chosen.add(Files.readAllBytes(pages.resolve("html").resolve(page.getKey())));
      }
    }
    return chosen;
  }

  private static void skim(String name, List<byte[]> pages) throws Exception {
    List<byte[]> skipped =
        pages.stream().filter(page -> !SKIM.mayEmbed(page, Optional.empty())).toList();
    double[] taken =
        Stopwatch.cpuSeconds(
            ROUNDS,
            List.of(
                () -> {
                  for (int i = 0; i < SKIMS; i++) {
                    skipped.forEach(page -> SKIM.mayEmbed(page, Optional.empty()));
                  }
                },
                () -> skipped.forEach(ExtractSpeed::parse)));
    double seconds = taken[0] / SKIMS;
    System.out.printf(
        "%s: %d of %d passed over, %.0f MB/s, %.1f times jsoup's parse%n",
        name, skipped.size(), pages.size(), megabytes(skipped) / seconds, taken[1] / seconds);
  }

  private static void extract(String name, List<byte[]> pages) throws Exception {
    double[] taken =
        Stopwatch.cpuSeconds(
            ROUNDS,
            List.of(
                () -> {
                  for (byte[] page : pages) {
                    new Page(Origin.of("-"), "", page).posts(EXTRACTOR, Instant.now());
                  }
                },
                () -> pages.forEach(ExtractSpeed::parse)));
    System.out.printf(
        "%s: %.1f MB/s, %.2f times jsoup's parse%n",
        name, megabytes(pages) / taken[0], taken[1] / taken[0]);
  }

  private static void warc(List<byte[]> pages) throws Exception {
    Path file = Files.createTempFile("postwatch-bench", ".warc.gz");
    try {
      WarcFile.write(file, pages, WARC_BYTES);
      double[] taken =
          Stopwatch.seconds(WARC_ROUNDS, List.of(() -> read(file), () -> unpack(file)));
      System.out.printf(
          "WARC.gz, one page in %d with embeds: %.0f MB/s of pages, %.2f times gzip -dc%n",
          PAGES_PER_EMBED, WARC_BYTES / 1e6 / taken[0], taken[1] / taken[0]);
    } finally {
      Files.delete(file);
    }
  }

  private static void read(Path file) throws Exception {
    SourceItem item =
        Sources.of(List.of(file.toString()), InputStream.nullInputStream(), NO_WEB)
            .get(0)
            .items()
            .findFirst()
            .orElseThrow();
    try (Contents contents = item.open(0)) {
      for (Optional<Content> page = contents.next(); page.isPresent(); page = contents.next()) {
        page.get().posts(EXTRACTOR, Instant.now());
      }
    }
  }

  private static void unpack(Path file) throws IOException, InterruptedException {
    Process gzip =
        new ProcessBuilder("gzip", "-dc", file.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (gzip.waitFor() != 0) {
      throw new IOException("gzip -dc failed on " + file);
    }
  }

  private static void parse(byte[] page) {
    try {
      Jsoup.parse(new ByteArrayInputStream(page), null, "");
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  private static double megabytes(List<byte[]> pages) {
    return pages.stream().mapToLong(page -> page.length).sum() / 1e6;
  }
}
