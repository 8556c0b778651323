// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.enrich.Annotator;
import io.postwatch.enrich.EnrichConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "annotate",
    description =
        "Add entities, places, topics, figures and language to JSON objects, one a line, as extract"
            + " prints them; only \"text\" is required. Lines with the same \"document\" are read together,"
            + " so that each helps to place the others. Needs no Kafka.")
final class AnnotateCommand implements Callable<Integer> {
  /** Posts are short; a longer line is no post. */
  private static final int MAX_LINE_CHARS = 4 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(100).build())
                  .build())
          .build();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "-",
      description = "A file of JSON lines; - or nothing for standard input.")
  private String file;

  @Option(
      names = "--explain",
      description =
          "Add \"explain\": each name that might be a place, those left out too, with how sure that is, the"
              + " places that it may mean, and what speaks for each.")
  private boolean explain;

  @Mixin private TopicsOption topics;
  @Mixin private SettingsOptions settings;

  @Override
  public Integer call() throws IOException {
    Map<String, String> options = new HashMap<>();
    topics.addTo(options);
    Annotator annotator =
        EnrichConfig.topics(settings.load(options))
            .map(Annotator::withTopics)
            .orElseGet(Annotator::withDefaults);
    try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8));
        Output out = new Output()) {
      BoundedLines bounded = new BoundedLines(lines, MAX_LINE_CHARS);
      DocumentLines documents = new DocumentLines(annotator, explain, out::json);
      int status = 0;
      for (String line = bounded.next(); line != null; line = bounded.next()) {
        if (!line.isBlank()) {
          status = Math.max(status, add(line, bounded.number(), documents));
        }
      }
      documents.flush();
      return status;
    }
  }

  private InputStream open() throws IOException {
    try {
      if (Files.isDirectory(Path.of(file))) {
        throw new IOException(file + ": a directory; expected a file of JSON lines");
      }
      return file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file", e);
    } catch (AccessDeniedException e) {
      throw new IOException(file + ": permission denied", e);
    }
  }

  private int add(String line, long number, DocumentLines documents) {
    String where = "postwatch: " + file + ", line " + number + ": ";
    if (line.length() >= MAX_LINE_CHARS) {
      System.err.println(where + "longer than 4 MiB; expected one JSON object a line");
      return 1;
    }
    try {
      JsonNode json = JSON.readTree(line);
      if (!(json instanceof ObjectNode post) || !hasText(post)) {
        System.err.println(where + "expected a JSON object with a string \"text\"");
        return 1;
      }
      documents.add(post);
      return 0;
    } catch (JsonProcessingException e) {
      System.err.println(where + "expected JSON: " + Printable.of(e.getOriginalMessage()));
      return 1;
    }
  }

  /** Null stands for a text that the page does not show, as extract prints it. */
  private static boolean hasText(ObjectNode post) {
    JsonNode text = post.path("text");
    return text.isTextual() || text.isNull();
  }
}
