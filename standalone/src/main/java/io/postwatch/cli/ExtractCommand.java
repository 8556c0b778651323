// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.ingest.ItemReader;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.Contents;
import io.postwatch.ingest.source.Source;
import io.postwatch.ingest.source.SourceItem;
import io.postwatch.ingest.source.Sources;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.runtime.SettingsException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "extract",
    description = "Print the posts that articles embed, one JSON object a line. Needs no Kafka.")
final class ExtractCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "INPUT",
      arity = "0..*",
      description = "Files, directories, or - for standard input.")
  private List<String> inputs = List.of();

  @Mixin private FilterOptions filter;

  @Override
  public Integer call() {
    if (inputs.isEmpty()) {
      throw new SettingsException("no input: expected files, directories or - for standard input");
    }
    ItemReader reader = new ItemReader(filter.filter());
    int status = 0;
    try (Output out = new Output()) {
      for (Source source : Sources.of(inputs, System.in)) {
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
