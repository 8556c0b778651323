// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.postwatch", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS_RUN_ONE_WAY_AND_STAGES_NEVER_MEET =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("schemas")
          .definedBy(
              "io.postwatch.schema..",
              "io.postwatch.topics..",
              "io.postwatch.registry..",
              "io.postwatch.serde..",
              "io.postwatch.text..",
              "io.postwatch.json..")
          .layer("runtime")
          .definedBy("io.postwatch.runtime..")
          .layer("ingest")
          .definedBy("io.postwatch.ingest..")
          .layer("enrich")
          .definedBy("io.postwatch.enrich..")
          .layer("aggregate")
          .definedBy("io.postwatch.aggregate..")
          .layer("standalone")
          .definedBy("io.postwatch.standalone..")
          .layer("command line")
          .definedBy("io.postwatch.cli..")
          .whereLayer("schemas")
          .mayNotAccessAnyLayer()
          .whereLayer("runtime")
          .mayOnlyAccessLayers("schemas")
          .whereLayer("ingest")
          .mayOnlyAccessLayers("schemas", "runtime")
          .whereLayer("enrich")
          .mayOnlyAccessLayers("schemas", "runtime")
          .whereLayer("aggregate")
          .mayOnlyAccessLayers("schemas", "runtime")
          .whereLayer("standalone")
          .mayOnlyBeAccessedByLayers("command line")
          .whereLayer("command line")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule WHAT_READS_POSTS_KNOWS_NOTHING_OF_KAFKA =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.postwatch.ingest.extract..",
              "io.postwatch.ingest.source..",
              "io.postwatch.enrich.places..",
              "io.postwatch.enrich.names..",
              "io.postwatch.enrich.topics..",
              "io.postwatch.enrich.figures..",
              "io.postwatch.enrich.versions..",
              "io.postwatch.aggregate.windows..",
              "io.postwatch.aggregate.counting..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule RESULTS_GO_TO_STANDARD_OUTPUT_BY_THE_COMMAND_LINE_ALONE =
      noClasses().should().accessField(System.class, "out");
}
