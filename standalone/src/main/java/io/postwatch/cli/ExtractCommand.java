// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.ingest.IngestConfig;
import io.postwatch.ingest.ItemReader;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.Contents;
import io.postwatch.ingest.source.Source;
import io.postwatch.ingest.source.SourceItem;
import io.postwatch.ingest.source.Sources;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.runtime.Settings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "extract",
    description = "Print the posts that articles embed, one JSON object a line. Needs no Kafka.")
final class ExtractCommand implements Callable<Integer> {
  @Mixin private InputOptions inputs;
  @Mixin private FilterOptions filter;
  @Mixin private SettingsOptions settings;

  @Override
  public Integer call() {
    Map<String, String> options = new HashMap<>();
    inputs.addTo(options);
    filter.addTo(options);
    Settings complete = settings.load(options);
    ItemReader reader = new ItemReader(IngestConfig.selection(complete));
    int status = 0;
    try (Output out = new Output()) {
      for (Source source : Sources.of(IngestConfig.inputs(complete), System.in)) {
        Iterator<SourceItem> items = source.items().iterator();
        while (items.hasNext()) {
          status = Math.max(status, extract(items.next(), reader, out));
        }
      }
    }
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
