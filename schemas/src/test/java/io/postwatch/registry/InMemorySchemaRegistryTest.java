// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class InMemorySchemaRegistryTest {
  private static final Schema INT = Schema.create(Schema.Type.INT);

  /** Keeps changes in a list; may fail after having written, as a network may. */
  private static final class ListJournal implements Journal {
    private final List<RegistryChange> written = new ArrayList<>();
    private int handedOver;
    private boolean failing;

    @Override
    public void append(RegistryChange change) {
      written.add(change);
      if (failing) {
        throw RegistryException.storeFailed("no answer");
      }
      handedOver = written.size();
    }

    @Override
    public void catchUp(Consumer<RegistryChange> replay) {
      for (; handedOver < written.size(); handedOver++) {
        replay.accept(written.get(handedOver));
      }
    }
  }

  @Test
  void aChangeThatMayNotBeWrittenDoesNotTakeEffect() {
    ListJournal journal = new ListJournal();
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry(journal);
    journal.failing = true;

    assertThatThrownBy(() -> registry.register("s", INT)).isInstanceOf(RegistryException.class);

    assertThat(registry.subjects()).isEmpty();
  }

  @Test
  void aChangeThatWasWrittenAfterAllTakesEffectBeforeTheNextDecision() {
    ListJournal journal = new ListJournal();
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry(journal);
    journal.failing = true;
    assertThatThrownBy(() -> registry.register("s", INT)).isInstanceOf(RegistryException.class);
    journal.failing = false;

    int other = registry.register("other", Schema.create(Schema.Type.LONG));

    assertThat(registry.schemaById(1)).isEqualTo(INT);
    assertThat(other).isEqualTo(2);
  }

  @Property(tries = 200)
  void theJournalReplayedGivesTheSameRegistry(@ForAll("requests") List<Request> requests) {
    ListJournal journal = new ListJournal();
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry(journal);
    requests.forEach(request -> request.sendTo(registry));

    InMemorySchemaRegistry replayed = new InMemorySchemaRegistry();
    journal.written.forEach(replayed::replay);

    assertThat(picture(replayed)).isEqualTo(picture(registry));
  }

  @Property(tries = 200)
  void anIdNeverMeansTwoSchemas(@ForAll("requests") List<Request> requests) {
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    List<Optional<Schema>> seen = new ArrayList<>();
    for (Request request : requests) {
      request.sendTo(registry);
      for (int id = 1; id <= 10; id++) {
        if (seen.size() < id) {
          seen.add(Optional.empty());
        }
        Optional<Schema> now = byId(registry, id);
        Optional<Schema> before = seen.get(id - 1);
        assertThat(before.isEmpty() || now.isEmpty() || now.equals(before)).isTrue();
        seen.set(id - 1, now.or(() -> before));
      }
    }
  }

  private static Optional<Schema> byId(SchemaRegistry registry, int id) {
    try {
      return Optional.of(registry.schemaById(id));
    } catch (RegistryException e) {
      return Optional.empty();
    }
  }

  private static List<Object> picture(InMemorySchemaRegistry registry) {
    List<Object> picture = new ArrayList<>();
    for (String subject : registry.subjects(true)) {
      picture.add(registry.level(subject));
      picture.add(registry.mode(Optional.of(subject)));
      for (int version : registry.versions(subject, true)) {
        picture.add(registry.version(subject, version, true));
      }
    }
    picture.add(registry.subjects());
    picture.add(registry.globalLevel());
    return picture;
  }

  /** One request to a registry; refusals are part of the game. */
  record Request(String kind, String subject, Schema schema) {
    void sendTo(InMemorySchemaRegistry registry) {
      try {
        send(registry);
      } catch (RegistryException refusal) {
        assertThat(refusal.httpStatus()).isBetween(400, 499);
      }
    }

    private void send(InMemorySchemaRegistry registry) {
      switch (kind) {
        case "register" -> registry.register(subject, schema);
        case "delete" -> registry.deleteSubject(subject, false);
        case "remove" -> registry.deleteSubject(subject, true);
        case "delete version" -> registry.deleteVersion(subject, SchemaRegistry.LATEST, false);
        case "remove version" -> registry.deleteVersion(subject, 1, true);
        case "free" -> registry.setLevel(subject, CompatibilityLevel.NONE);
        case "global" -> registry.setGlobalLevel(CompatibilityLevel.FULL);
        default -> throw new IllegalArgumentException(kind);
      }
    }
  }

  @Provide
  Arbitrary<List<Request>> requests() {
    Arbitrary<String> kinds =
        Arbitraries.of(
            "register",
            "register",
            "register",
            "delete",
            "remove",
            "delete version",
            "remove version",
            "free",
            "global");
    Arbitrary<Schema> schemas =
        Arbitraries.of(Schema.Type.INT, Schema.Type.LONG, Schema.Type.STRING).map(Schema::create);
    return Combinators.combine(kinds, Arbitraries.of("a", "b"), schemas)
        .as(Request::new)
        .list()
        .ofMaxSize(30);
  }
}
