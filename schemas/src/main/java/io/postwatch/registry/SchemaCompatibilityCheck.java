// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Compares schemas by Avro's rules of schema resolution. */
final class SchemaCompatibilityCheck {
  private SchemaCompatibilityCheck() {}

  /**
   * Why the schema breaks the level, a sentence each; empty when it keeps to it.
   *
   * @param earlier the subject's versions, ascending
   */
  static List<String> incompatibilities(
      CompatibilityLevel level, Schema schema, List<RegisteredSchema> earlier) {
    int first = level.allVersions() ? 0 : Math.max(0, earlier.size() - 1);
    return earlier.subList(first, earlier.size()).stream()
        .flatMap(version -> against(level, schema, version))
        .toList();
  }

  private static Stream<String> against(
      CompatibilityLevel level, Schema schema, RegisteredSchema earlier) {
    Stream<String> backward =
        level.newReadsOld()
            ? failures(schema, earlier.schema())
                .map(why -> "new schema cannot read version " + earlier.version() + ": " + why)
            : Stream.empty();
    Stream<String> forward =
        level.oldReadsNew()
            ? failures(earlier.schema(), schema)
                .map(why -> "version " + earlier.version() + " cannot read new schema: " + why)
            : Stream.empty();
    return Stream.concat(backward, forward);
  }

  private static Stream<String> failures(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(SchemaCompatibilityCheck::sentence);
  }

  private static String sentence(Incompatibility found) {
    return "%s at %s (%s)".formatted(found.getType(), found.getLocation(), found.getMessage());
  }
}
