// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.ingest.IngestConfig;
import io.postwatch.ingest.ItemReader;
import io.postwatch.ingest.Tally;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.Contents;
import io.postwatch.ingest.source.Source;
import io.postwatch.ingest.source.SourceItem;
import io.postwatch.ingest.source.Sources;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.ingest.source.web.WebSources;
import io.postwatch.runtime.Settings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "extract",
    description =
        "Print the posts that articles embed, one JSON object a line. Needs no Kafka. An edit is"
            + " printed as the post that it is now, a deletion not at all.")
final class ExtractCommand implements Callable<Integer> {
  /** Between two looks at what is on its way from the web. */
  private static final long PENDING_MILLIS = 20;

  @Mixin private InputOptions inputs;
  @Mixin private FilterOptions filter;
  @Mixin private FetchOptions fetch;
  @Mixin private SettingsOptions settings;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, String> options = new HashMap<>();
    inputs.addTo(options);
    filter.addTo(options);
    fetch.addTo(options);
    Settings complete = settings.load(options);
    ItemReader reader = new ItemReader(IngestConfig.selection(complete));
    try (WebSources web = WebSources.once(complete);
        IngestProgress progress = IngestProgress.besideResults();
        Output out = new Output()) {
      List<Source> sources = Sources.of(IngestConfig.inputs(complete), System.in, web);
      Extraction extraction = new Extraction(reader, progress, out);
      progress.begins(sources);
      for (Source source : sources) {
        extraction.extract(source);
        while (source.isPending()) {
          Thread.sleep(PENDING_MILLIS);
          extraction.extract(source);
        }
      }
      return progress.tally().unreadable() > 0 ? 1 : 0;
    }
  }

  /** Prints what it reads, and says what it cannot. */
  private record Extraction(ItemReader reader, IngestProgress progress, Output out) {
    private void extract(Source source) {
      try (Stream<SourceItem> items = source.items()) {
        items.filter(SourceItem::isReady).forEachOrdered(this::extract);
      }
    }

    private void extract(SourceItem item) {
      Tally before = progress.tally();
      try (Contents contents = item.open(0)) {
        for (Optional<Content> content = contents.next();
            content.isPresent();
            content = contents.next()) {
          extract(item.name(), content.get());
          progress.progress(progress.tally().atByte(before, contents.bytes()));
        }
      } catch (UnreadableException e) {
        fail(item.name(), e.place(), e);
      }
    }

    private void extract(String item, Content content) {
      try {
        ItemReader.Reading reading = reader.read(content, Instant.now());
        reading.kept().forEach(post -> out.json(PostJson.of(post)));
        progress.progress(progress.tally().read(reading));
      } catch (UnreadableException e) {
        fail(item, content.place(), e);
      }
    }

    private void fail(String item, String place, UnreadableException e) {
      progress.unreadable(place.isEmpty() ? item : item + ", " + place, e.getMessage());
      progress.progress(progress.tally().failed());
    }
  }
}
