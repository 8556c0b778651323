// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.enrich.Annotator;
import io.postwatch.enrich.topics.FilePosition;
import io.postwatch.enrich.topics.TopicFinder;
import io.postwatch.enrich.topics.TopicsCheck;
import io.postwatch.enrich.topics.TopicsCheck.Failure;
import io.postwatch.enrich.topics.TopicsCheck.Found;
import io.postwatch.enrich.topics.TopicsFile;
import io.postwatch.enrich.topics.TopicsFileException;
import io.postwatch.enrich.topics.TopicsFileException.Mistake;
import io.postwatch.runtime.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "topics-check",
    description =
        "Check a file of topics: show every mistake with its line and column, or run the examples and"
            + " counterexamples of its topics, and of those that it extends. An example passes when"
            + " its topic is found with a confidence of at least 0.5, a counterexample when it is not."
            + " Ends with 1 when there are mistakes or an example fails. Needs no Kafka.")
final class TopicsCheckCommand implements Callable<Integer> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Parameters(paramLabel = "FILE", description = "Topics in YAML; docs/topics.md says how.")
  private Path file;

  @Option(
      names = "--json",
      description = "Print one JSON object for each mistake or failing example, and a summary.")
  private boolean json;

  @Override
  public Integer call() {
    try (Output out = new Output()) {
      TopicsFile topics = TopicsFile.read(file);
      TopicFinder finder = new TopicFinder(topics);
      Annotator annotator = Annotator.withTopics(() -> finder);
      List<Failure> failures =
          TopicsCheck.failures(topics, text -> annotator.annotate(text).topics());
      failures.forEach(failure -> print(out, failure));
      printSummary(out, topics, failures.size());
      return failures.isEmpty() ? 0 : 1;
    } catch (TopicsFileException e) {
      try (Output out = new Output()) {
        e.mistakes().forEach(mistake -> print(out, mistake));
      }
      return 1;
    } catch (IOException e) {
      throw new SettingsException(e.getMessage());
    }
  }

  private void print(Output out, Mistake mistake) {
    if (json) {
      out.json(at("mistake", mistake.at()).put("message", mistake.what()));
    } else {
      out.line(Printable.of(mistake.toString()));
    }
  }

  private void print(Output out, Failure failure) {
    if (json) {
      out.json(json(failure));
      return;
    }
    String what =
        failure.isReport()
            ? "example of '%s' in which it is not found: \"%s\"; found: %s"
            : "counterexample of '%s' in which it is found: \"%s\"; found: %s";
    out.line(
        Printable.of(
            failure.text().at()
                + ": "
                + what.formatted(failure.topic(), failure.text().text(), found(failure))));
  }

  private static String found(Failure failure) {
    return failure.found().isEmpty()
        ? "nothing"
        : failure.found().stream().map(TopicsCheckCommand::found).collect(Collectors.joining(", "));
  }

  private static String found(Found found) {
    return String.format(Locale.ROOT, "%s %.2f by ", found.topic(), found.confidence())
        + found.words().stream()
            .map(words -> '"' + words + '"')
            .distinct()
            .collect(Collectors.joining(", "));
  }

  private static ObjectNode at(String kind, FilePosition at) {
    ObjectNode node = JSON.objectNode().put("kind", kind).put("file", at.file());
    return at.line() == 0 ? node : node.put("line", at.line()).put("column", at.column());
  }

  private static ObjectNode json(Failure failure) {
    String kind = failure.isReport() ? "example" : "counterexample";
    ObjectNode node =
        at(kind, failure.text().at())
            .put("topic", failure.topic())
            .put("text", failure.text().text());
    ArrayNode found = node.putArray("found");
    for (Found one : failure.found()) {
      ArrayNode words =
          found
              .addObject()
              .put("topic", one.topic())
              .put("confidence", one.confidence())
              .putArray("words");
      one.words().forEach(words::add);
    }
    return node;
  }

  private void printSummary(Output out, TopicsFile topics, int failures) {
    int count = topics.topics().size();
    int examples =
        topics.topics().stream()
            .mapToInt(topic -> topic.examples().size() + topic.counterexamples().size())
            .sum();
    if (json) {
      out.json(
          JSON.objectNode()
              .put("kind", "summary")
              .put("file", file.toString())
              .put("topics", count)
              .put("patterns", topics.patterns())
              .put("examples", examples)
              .put("failed", failures));
      return;
    }
    out.line(
        Printable.of(file.toString())
            + ": "
            + String.join(
                ", ",
                number(count, "topic"),
                number(topics.patterns(), "pattern"),
                number(examples, "example"),
                failures == 0 ? "all as expected" : failures + " not as expected"));
  }

  private static String number(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
