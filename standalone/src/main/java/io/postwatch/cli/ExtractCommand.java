// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.ingest.ItemReader;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.Contents;
import io.postwatch.ingest.source.Source;
import io.postwatch.ingest.source.SourceItem;
import io.postwatch.ingest.source.Sources;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.ingest.source.web.PollSettings;
import io.postwatch.ingest.source.web.WebSources;
import io.postwatch.ingest.source.web.fetch.FetchSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "extract",
    description = "Print the posts that articles embed, one JSON object a line. Needs no Kafka.")
final class ExtractCommand implements Callable<Integer> {
  /** Between two looks at what is on its way from the web. */
  private static final long PENDING_MILLIS = 20;

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..*",
      description = "Files, directories, http and https URLs, or - for standard input.")
  private List<String> inputs = List.of();

  @Mixin private FilterOptions filter;
  @Mixin private FetchOptions fetch;
  @Mixin private SettingsOptions settings;

  @Override
  public Integer call() throws InterruptedException {
    if (inputs.isEmpty()) {
      throw new SettingsException(
          "no input: expected files, directories, URLs or - for standard input");
    }
    Map<String, String> options = new HashMap<>();
    fetch.addTo(options);
    Settings complete = settings.load(options);
    ItemReader reader = new ItemReader(filter.filter());
    try (Output out = new Output();
        WebSources web =
            new WebSources(FetchSettings.from(complete), PollSettings.from(complete), true)) {
      int status = 0;
      for (Source source : Sources.of(inputs, System.in, web)) {
        status = Math.max(status, extract(source, reader, out));
      }
      return status;
    }
  }

  private static int extract(Source source, ItemReader reader, Output out)
      throws InterruptedException {
    int status = 0;
    do {
      Iterator<SourceItem> items = source.items().iterator();
      while (items.hasNext()) {
        SourceItem item = items.next();
        if (item.isReady()) {
          status = Math.max(status, extract(item, reader, out));
        }
      }
      if (source.isPending()) {
        Thread.sleep(PENDING_MILLIS);
      }
    } while (source.isPending());
    return status;
  }

  private static int extract(SourceItem item, ItemReader reader, Output out) {
    int status = 0;
    try (Contents contents = item.open(0)) {
      for (Optional<Content> content = contents.next();
          content.isPresent();
          content = contents.next()) {
        status = Math.max(status, extract(item, content.get(), reader, out));
      }
      return status;
    } catch (UnreadableException e) {
      System.err.println("postwatch: " + item.name() + ": " + e.getMessage());
      return 1;
    }
  }

  private static int extract(SourceItem item, Content content, ItemReader reader, Output out) {
    try {
      reader.read(content, Instant.now()).kept().forEach(post -> out.json(PostJson.of(post)));
      return 0;
    } catch (UnreadableException e) {
      String place = content.place().isEmpty() ? "" : ", " + content.place();
      System.err.println("postwatch: " + item.name() + place + ": " + e.getMessage());
      return 1;
    }
  }
}
