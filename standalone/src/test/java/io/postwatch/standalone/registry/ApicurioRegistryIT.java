// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import static io.postwatch.registry.CompatibilityLevel.BACKWARD;
import static io.postwatch.registry.CompatibilityLevel.FORWARD;
import static io.postwatch.registry.CompatibilityLevel.FULL;
import static io.postwatch.registry.CompatibilityLevel.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.registry.CompatibilityLevel;
import io.postwatch.registry.HttpSchemaRegistry;
import io.postwatch.registry.SchemaRegistry;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.IncidentCount;
import io.postwatch.serde.AvroDeserializer;
import io.postwatch.serde.AvroSerializer;
import io.postwatch.serde.TrustedClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A registry that is not ours does the same, but for what is overridden here. */
class ApicurioRegistryIT extends RegistryConformance {
  @TempDir static Path directory;
  private static Apicurio server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = Apicurio.start(directory);
    // Difference: a new Apicurio has no global level, which it calls NONE.
    assertThat(client().globalLevel()).isEqualTo(NONE);
    client().setGlobalLevel(BACKWARD);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  SchemaRegistry registry() {
    return client();
  }

  private static HttpSchemaRegistry client() {
    return HttpSchemaRegistry.fromConfig(Map.of("schema.registry.url", server.url()));
  }

  /** Difference: what stands in the way of a deletion is a conflict, under the same error code. */
  @Override
  int httpStatus(int errorCode) {
    return switch (errorCode) {
      case 40405, 40406, 40407 -> 409;
      default -> super.httpStatus(errorCode);
    };
  }

  /** Difference: the version is missed, not the subject. */
  @Test
  @Override
  void aVersionOfAnUnknownSubjectCannotBeCheckedAgainst() {
    assertRefused(40402, () -> registry().incompatibilities(subject, fresh, 1));
  }

  /** Difference: any number can be a version. */
  @Test
  @Override
  void aNumberThatCannotBeAVersionIsRefused() {
    registry().register(subject, fresh);

    assertRefused(40402, () -> registry().version(subject, 0));
  }

  /** Difference: a check gives no reasons; the refusal to register does, in words of its own. */
  @Test
  @Override
  void aCompatibilityCheckSaysWhy() {
    registry().register(subject, fresh);

    assertThat(registry().incompatibilities(subject, incompatible()))
        .containsExactly("the registry gives no reason");
  }

  /** Difference: a check asks all versions at every level; registering asks as the others do. */
  @ParameterizedTest
  @EnumSource
  @Override
  void aCheckAtATransitiveLevelCountsAllVersionsAndAtTheOthersTheNewest(CompatibilityLevel level) {
    registerTwoVersions(level);

    assertThat(registry().incompatibilities(subject, unlikeTheFirst())).isNotEmpty();
  }

  /** Difference: a subject's NONE is no level, so that the global one holds. */
  @Test
  @Override
  void theLevelNoneAllowsEverythingWhateverTheGlobalOne() {
    registry().register(subject, fresh);
    registry().setLevel(subject, NONE);

    assertThat(allowed()).containsExactly(false, true, true, false);
    try {
      registry().setGlobalLevel(NONE);
      assertThat(allowed()).containsOnly(true);
    } finally {
      registry().setGlobalLevel(BACKWARD);
    }
  }

  /** Difference: a known subject without a level of its own has the level NONE. */
  @Test
  @Override
  void aSubjectHasNoLevelOfItsOwnUnlessOneIsSet() {
    assertThat(registry().level(subject)).isEmpty();
    registry().register(subject, fresh);
    assertThat(registry().level(subject)).contains(NONE);

    registry().setLevel(subject, FORWARD);
    registry().clearLevel(subject);

    assertThat(registry().level(subject)).contains(NONE);
  }

  /** Difference: the level stays until the subject is deleted permanently. */
  @Test
  @Override
  void aDeletedSubjectLosesItsLevel() {
    registry().register(subject, fresh);
    registry().setLevel(subject, FULL);

    registry().deleteSubject(subject, false);
    assertThat(registry().level(subject)).contains(FULL);

    registry().deleteSubject(subject, true);
    assertThat(registry().level(subject)).isEmpty();
  }

  @Test
  void recordsOfOursAndOfConfluentsSerdeAreExchangedThroughIt() {
    TrustedClasses.trustGeneratedRecords();
    Map<String, Object> settings =
        Map.of("schema.registry.url", server.url(), "specific.avro.reader", true);
    IncidentCount count =
        new IncidentCount(
            2L,
            3L,
            1L,
            1L,
            List.of(),
            CountStatus.FINAL,
            "Chile",
            List.of(),
            Instant.EPOCH,
            2L,
            false,
            false,
            false);
    Serializer<Object> ourSerializer = new AvroSerializer();
    ourSerializer.configure(settings, false);
    Deserializer<Object> ourDeserializer = new AvroDeserializer();
    ourDeserializer.configure(settings, false);

    byte[] ours = ourSerializer.serialize(subject, count);
    byte[] genuine = Confluent.serializer(settings, false).serialize(subject, count);

    assertThat(genuine).isEqualTo(ours);
    assertThat(ourDeserializer.deserialize(subject, genuine)).isEqualTo(count);
    assertThat(Confluent.deserializer(settings, false).deserialize(subject, ours)).isEqualTo(count);
  }
}
