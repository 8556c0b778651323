// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import static io.postwatch.registry.CompatibilityLevel.BACKWARD;
import static io.postwatch.registry.CompatibilityLevel.FORWARD;
import static io.postwatch.registry.CompatibilityLevel.FULL;
import static io.postwatch.registry.CompatibilityLevel.NONE;
import static io.postwatch.registry.SchemaRegistry.LATEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.registry.CompatibilityLevel;
import io.postwatch.registry.RegisteredSchema;
import io.postwatch.registry.RegistryException;
import io.postwatch.registry.SchemaRegistry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every registry does, whichever way it is reached. */
abstract class RegistryConformance {
  /** Of its own for each test, so that one registry serves them all. */
  final String subject = "conformance-" + UUID.randomUUID();

  final Schema fresh = record(subject.replace('-', '_'), "int a");

  abstract SchemaRegistry registry();

  @Test
  void theFirstSchemaOfASubjectIsItsVersionOne() {
    int id = registry().register(subject, fresh);

    assertThat(registry().versions(subject)).containsExactly(1);
    assertThat(registry().version(subject, 1))
        .isEqualTo(new RegisteredSchema(subject, 1, id, fresh));
    assertThat(registry().schemaById(id)).isEqualTo(fresh);
    assertThat(registry().subjects()).contains(subject).isSorted();
  }

  @Test
  void registeringASchemaAgainChangesNothing() {
    int id = registry().register(subject, fresh);
    registry().register(subject, record(fresh.getName(), "int a", "int b = 0"));

    assertThat(registry().register(subject, fresh)).isEqualTo(id);
    assertThat(registry().versions(subject)).containsExactly(1, 2);
  }

  @Test
  void aSchemaHasOneIdUnderAllSubjects() {
    int id = registry().register(subject, fresh);
    registry().register(subject + "-other", record(fresh.getName(), "int a", "int b = 0"));

    assertThat(registry().register(subject + "-other", fresh)).isEqualTo(id);
    assertThat(registry().lookUp(subject + "-other", fresh).version()).isEqualTo(2);
  }

  @Test
  void schemasThatDifferInTheirDocsAloneAreTwoVersions() {
    Schema documented =
        new Schema.Parser().parse(fresh.toString().replaceFirst("\\{", "{\"doc\":\"New.\","));

    int id = registry().register(subject, fresh);

    assertThat(registry().register(subject, documented)).isGreaterThan(id);
    assertThat(registry().version(subject, LATEST).schema().getDoc()).isEqualTo("New.");
  }

  @Test
  void manyClientsThatRegisterAtOnceGetOneId() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> register = () -> registry().register(subject, fresh);
      List<Future<Integer>> ids = clients.invokeAll(java.util.Collections.nCopies(32, register));

      int id = registry().lookUp(subject, fresh).id();
      for (Future<Integer> each : ids) {
        assertThat(each.get()).isEqualTo(id);
      }
      assertThat(registry().versions(subject)).containsExactly(1);
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void aLookUpFindsTheVersion() {
    int id = registry().register(subject, fresh);

    assertThat(registry().lookUp(subject, fresh))
        .isEqualTo(new RegisteredSchema(subject, 1, id, fresh));
  }

  @Test
  void latestIsTheNewestVersion() {
    registry().register(subject, fresh);
    registry().register(subject, record(fresh.getName(), "int a", "int b = 0"));

    assertThat(registry().version(subject, LATEST).version()).isEqualTo(2);
  }

  @Test
  void whatIsUnknownHasConfluentsErrorCodes() {
    assertRefused(40401, () -> registry().versions(subject));
    assertRefused(40401, () -> registry().version(subject, 1));
    assertRefused(40401, () -> registry().lookUp(subject, fresh));
    assertRefused(40401, () -> registry().deleteSubject(subject, false));
    assertRefused(40403, () -> registry().schemaById(2_000_000_000));

    registry().register(subject, fresh);

    assertRefused(40402, () -> registry().version(subject, 2));
    assertRefused(40402, () -> registry().incompatibilities(subject, fresh, 2));
    assertRefused(40403, () -> registry().lookUp(subject, record("Other", "int z")));
  }

  @Test
  void aVersionOfAnUnknownSubjectCannotBeCheckedAgainst() {
    assertRefused(40401, () -> registry().incompatibilities(subject, fresh, 1));
  }

  @Test
  void aNumberThatCannotBeAVersionIsRefused() {
    registry().register(subject, fresh);

    assertRefused(42202, () -> registry().version(subject, 0));
  }

  @Test
  void anIncompatibleSchemaIsRefusedWithCode409AndChangesNothing() {
    registry().register(subject, fresh);

    assertRefused(409, () -> registry().register(subject, incompatible()));
    assertThat(registry().versions(subject)).containsExactly(1);
  }

  @Test
  void anUnknownSubjectTakesAnySchema() {
    assertThat(registry().incompatibilities(subject, fresh)).isEmpty();
    assertThat(registry().incompatibilities(subject, fresh, LATEST)).isEmpty();
  }

  @Test
  void aCompatibilityCheckChangesNothing() {
    registry().register(subject, fresh);

    assertThat(registry().incompatibilities(subject, incompatible())).hasSize(1);
    assertThat(registry().incompatibilities(subject, incompatible(), 1)).hasSize(1);
    assertThat(registry().versions(subject)).containsExactly(1);
  }

  @Test
  void aCompatibilityCheckSaysWhy() {
    registry().register(subject, fresh);

    assertThat(registry().incompatibilities(subject, incompatible()))
        .singleElement()
        .asString()
        .contains("version 1", "READER_FIELD_MISSING_DEFAULT_VALUE", "b");
  }

  /** Has a field that the first version has not, and no default for it. */
  final Schema incompatible() {
    return record(fresh.getName(), "int a", "string b");
  }

  @ParameterizedTest
  @CsvSource({
    // level, new required field, new optional field, required field taken away, type changed
    "BACKWARD,            false, true,  true,  false",
    "BACKWARD_TRANSITIVE, false, true,  true,  false",
    "FORWARD,             true,  true,  false, false",
    "FORWARD_TRANSITIVE,  true,  true,  false, false",
    "FULL,                false, true,  false, false",
    "FULL_TRANSITIVE,     false, true,  false, false"
  })
  void eachLevelAllowsWhatItsNameSays(
      CompatibilityLevel level,
      boolean required,
      boolean optional,
      boolean takenAway,
      boolean changed) {
    registry().register(subject, fresh);
    registry().setLevel(subject, level);

    assertThat(allowed()).containsExactly(required, optional, takenAway, changed);
  }

  @Test
  void theLevelNoneAllowsEverythingWhateverTheGlobalOne() {
    registry().register(subject, fresh);
    registry().setLevel(subject, NONE);

    assertThat(registry().level(subject)).contains(NONE);
    assertThat(allowed()).containsOnly(true);
  }

  /** Whether a new required, a new optional, a missing and a changed field may come next. */
  final List<Boolean> allowed() {
    return List.of(
        allows("int a", "int b"), allows("int a", "int b = 0"), allows(), allows("string a"));
  }

  private boolean allows(String... fields) {
    return registry().incompatibilities(subject, record(fresh.getName(), fields)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aCheckAtATransitiveLevelCountsAllVersionsAndAtTheOthersTheNewest(CompatibilityLevel level) {
    registerTwoVersions(level);

    assertThat(registry().incompatibilities(subject, unlikeTheFirst()).isEmpty())
        .isEqualTo(!isTransitive(level));
  }

  @ParameterizedTest
  @EnumSource
  void registeringAtATransitiveLevelCountsAllVersionsAndAtTheOthersTheNewest(
      CompatibilityLevel level) {
    registerTwoVersions(level);

    if (isTransitive(level)) {
      assertRefused(409, () -> registry().register(subject, unlikeTheFirst()));
    } else {
      registry().register(subject, unlikeTheFirst());
    }

    assertThat(registry().versions(subject)).hasSize(isTransitive(level) ? 2 : 3);
  }

  final void registerTwoVersions(CompatibilityLevel level) {
    registry().register(subject, record(fresh.getName(), "int a = 0"));
    registry().register(subject, record(fresh.getName()));
    registry().setLevel(subject, level);
  }

  /** Goes with the second version both ways, with the first neither way. */
  final Schema unlikeTheFirst() {
    return record(fresh.getName(), "string a = \"x\"");
  }

  private static boolean isTransitive(CompatibilityLevel level) {
    return level.name().endsWith("_TRANSITIVE");
  }

  @Test
  void aSubjectsOwnLevelGoesBeforeTheGlobalOneUntilItIsCleared() {
    registry().register(subject, fresh);

    registry().setLevel(subject, FORWARD);
    assertThat(registry().level(subject)).contains(FORWARD);
    assertThat(allows("int a", "int b")).isTrue();

    registry().clearLevel(subject);
    assertThat(allows("int a", "int b")).isFalse();
  }

  @Test
  void aSubjectHasNoLevelOfItsOwnUnlessOneIsSet() {
    assertThat(registry().level(subject)).isEmpty();
    registry().register(subject, fresh);
    assertThat(registry().level(subject)).isEmpty();

    registry().setLevel(subject, FORWARD);
    registry().clearLevel(subject);

    assertThat(registry().level(subject)).isEmpty();
  }

  @Test
  void theGlobalLevelIsBackwardUntilItIsSet() {
    assertThat(registry().globalLevel()).isEqualTo(BACKWARD);
    registry().register(subject, fresh);
    try {
      registry().setGlobalLevel(FULL);

      assertThat(registry().globalLevel()).isEqualTo(FULL);
      assertThat(allows()).isFalse();
    } finally {
      registry().setGlobalLevel(BACKWARD);
    }
  }

  @Test
  void aDeletedSubjectIsGoneButItsIdStaysReadable() {
    int id = registry().register(subject, fresh);

    assertThat(registry().deleteSubject(subject, false)).containsExactly(1);

    assertThat(registry().subjects()).doesNotContain(subject);
    assertRefused(40401, () -> registry().versions(subject));
    assertThat(registry().schemaById(id)).isEqualTo(fresh);
    assertRefused(40404, () -> registry().deleteSubject(subject, false));
  }

  @Test
  void aDeletedSubjectLosesItsLevel() {
    registry().register(subject, fresh);
    registry().setLevel(subject, FULL);

    registry().deleteSubject(subject, false);

    assertThat(registry().level(subject)).isEmpty();
  }

  @Test
  void aSchemaRegisteredAgainAfterDeletionIsANewVersionWithTheOldId() {
    int id = registry().register(subject, fresh);
    registry().deleteSubject(subject, false);

    assertThat(registry().register(subject, fresh)).isEqualTo(id);
    assertThat(registry().versions(subject)).containsExactly(2);
  }

  @Test
  void onlyWhatWasDeletedBeforeCanBeDeletedPermanently() {
    int id = registry().register(subject, fresh);
    assertRefused(40405, () -> registry().deleteSubject(subject, true));

    registry().deleteSubject(subject, false);
    assertThat(registry().deleteSubject(subject, true)).containsExactly(1);

    assertRefused(40403, () -> registry().schemaById(id));
    assertRefused(40401, () -> registry().deleteSubject(subject, true));
    assertThat(registry().register(subject, fresh)).isGreaterThan(id);
    assertThat(registry().versions(subject)).containsExactly(1);
  }

  @Test
  void oneVersionCanBeDeletedAndThenPermanently() {
    registry().register(subject, fresh);
    registry().register(subject, record(fresh.getName(), "int a", "int b = 0"));
    assertRefused(40407, () -> registry().deleteVersion(subject, 1, true));

    assertThat(registry().deleteVersion(subject, 1, false)).isEqualTo(1);
    assertThat(registry().versions(subject)).containsExactly(2);
    assertRefused(40406, () -> registry().deleteVersion(subject, 1, false));

    assertThat(registry().deleteVersion(subject, 1, true)).isEqualTo(1);
    assertRefused(40402, () -> registry().deleteVersion(subject, 1, true));
    assertThat(registry().deleteVersion(subject, LATEST, false)).isEqualTo(2);
    assertRefused(40401, () -> registry().versions(subject));
  }

  @Test
  void subjectsMayHaveAnyVisibleCharacters() {
    String odd = subject + " %3A:+?&#ü";

    registry().register(odd, fresh);

    assertThat(registry().subjects()).contains(odd);
    assertThat(registry().versions(odd)).containsExactly(1);
  }

  final void assertRefused(int errorCode, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RegistryException.class,
            refusal -> {
              assertThat(refusal.errorCode()).as(refusal.getMessage()).isEqualTo(errorCode);
              assertThat(refusal.httpStatus()).isEqualTo(httpStatus(errorCode));
            });
  }

  /** The HTTP status that goes with an error code: its first three digits. */
  int httpStatus(int errorCode) {
    return errorCode < 1000 ? errorCode : errorCode / 100;
  }

  /**
   * A record schema.
   *
   * @param fields each as {@code type name} or {@code type name = default}
   */
  static Schema record(String name, String... fields) {
    StringBuilder json = new StringBuilder();
    for (String field : fields) {
      String[] parts = field.split(" ", 4);
      json.append(json.isEmpty() ? "" : ",")
          .append("{\"name\":\"%s\",\"type\":\"%s\"".formatted(parts[1], parts[0]))
          .append(parts.length == 4 ? ",\"default\":" + parts[3] : "")
          .append("}");
    }
    return new Schema.Parser()
        .parse("{\"type\":\"record\",\"name\":\"%s\",\"fields\":[%s]}".formatted(name, json));
  }
}
