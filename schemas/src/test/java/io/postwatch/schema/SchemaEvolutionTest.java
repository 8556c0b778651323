// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.registry.CompatibilityLevel;
import io.postwatch.registry.InMemorySchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every consumer, old or new, reads every record, old or new. */
class SchemaEvolutionTest {
  private static final Map<String, Schema> CURRENT = types(Path.of("src/main/avro"));

  /** What is published, from v1 on; README.md says how to add to it. */
  private static final List<Map<String, Schema>> HISTORY =
      directories(Path.of("history")).stream().map(SchemaEvolutionTest::types).toList();

  static List<String> published() {
    return HISTORY.stream().flatMap(types -> types.keySet().stream()).distinct().sorted().toList();
  }

  static List<Schema> current() {
    return List.copyOf(CURRENT.values());
  }

  @ParameterizedTest
  @MethodSource("published")
  void aTypeIsFullyCompatibleWithAllItsPublishedVersions(String type) {
    assertThat(CURRENT).as("types are never taken away").containsKey(type);
    List<Schema> earlier =
        HISTORY.stream().filter(types -> types.containsKey(type)).map(t -> t.get(type)).toList();

    assertThat(incompatibilities(earlier, CURRENT.get(type))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("current")
  void aTypeIsTheSameAsInTheNewestPublishedVersion(Schema type) {
    assertThat(HISTORY.get(HISTORY.size() - 1).get(type.getFullName()))
        .as("changed since the last version: copy src/main/avro into a new one, see README.md")
        .isEqualTo(type);
  }

  /** Its id, and so its text, is part of the keys' bytes: another text would split every key. */
  @ParameterizedTest
  @ValueSource(classes = {IncidentCountKey.class, WatchListCountKey.class})
  void aCompactedTopicsKeyNeverChangesInAnyWay(Class<?> type) {
    String key = type.getName();

    assertThat(HISTORY)
        .filteredOn(types -> types.containsKey(key))
        .isNotEmpty()
        .allSatisfy(types -> assertThat(types.get(key)).hasToString(CURRENT.get(key).toString()));
  }

  @ParameterizedTest
  @MethodSource("current")
  void everyTypeAndEveryFieldIsDocumented(Schema type) {
    assertThat(type.getDoc()).as(type.getFullName()).isNotBlank();
    if (type.getType() == Schema.Type.RECORD) {
      assertThat(type.getFields())
          .allSatisfy(
              field ->
                  assertThat(field.doc()).as(type.getName() + "." + field.name()).isNotBlank());
    }
  }

  @Test
  void theCheckFindsAChangeThatBreaksOldOrNewConsumers() {
    Schema published = record("{\"name\": \"a\", \"type\": \"int\"}");

    assertThat(incompatibilities(List.of(published), record(""))).isNotEmpty();
    assertThat(
            incompatibilities(
                List.of(published),
                record(
                    "{\"name\": \"a\", \"type\": \"int\"}, {\"name\": \"b\", \"type\": \"int\"}")))
        .isNotEmpty();
  }

  private static Schema record(String fields) {
    return new Schema.Parser()
        .parse("{\"type\": \"record\", \"name\": \"R\", \"fields\": [" + fields + "]}");
  }

  private static List<String> incompatibilities(List<Schema> earlier, Schema current) {
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    registry.setGlobalLevel(CompatibilityLevel.NONE);
    earlier.forEach(version -> registry.register("type", version));
    registry.setGlobalLevel(CompatibilityLevel.FULL_TRANSITIVE);
    return registry.incompatibilities("type", current);
  }

  /** All types that a directory defines, by full name. */
  private static Map<String, Schema> types(Path directory) {
    SchemaParser parser = new SchemaParser();
    for (Path file : files(directory)) {
      try {
        parser.parse(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return parser.getParsedNamedSchemas().stream()
        .collect(
            Collectors.toMap(Schema::getFullName, type -> type, (one, same) -> one, TreeMap::new));
  }

  /** {@code v1}, {@code v2} and so on, in that order. */
  private static List<Path> directories(Path history) {
    return files(history).stream()
        .sorted(
            Comparator.comparingInt(v -> Integer.parseInt(v.getFileName().toString().substring(1))))
        .toList();
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
