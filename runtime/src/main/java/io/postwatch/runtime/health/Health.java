// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.health;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Stage;
import io.postwatch.runtime.health.HealthCheck.Status;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Whether a process lives, and whether it is ready to work; each stage that is started in it adds
 * itself. Thread-safe.
 */
public final class Health implements AutoCloseable {
  private final Map<String, Stage> stages = new ConcurrentSkipListMap<>();
  private final Map<String, HealthCheck> others;
  private final List<Watched> watched;

  /**
   * An answer to a question about it.
   *
   * @param isUp whether all checks are
   * @param json as MicroProfile Health writes it: {@code status} and {@code checks}
   */
  public record Answer(boolean isUp, String json) {}

  private Health(Map<String, ? extends HealthCheck> others, List<Watched> watched) {
    this.others = new TreeMap<>(others);
    this.watched = watched;
  }

  /** Of stages that use this Kafka and this registry, which are asked every few seconds. */
  public static Health of(KafkaSettings kafka) {
    Watched broker = Watched.of("broker", new BrokerProbe(kafka));
    Watched registry = Watched.of("registry", new RegistryProbe(kafka));
    return new Health(Map.of("broker", broker, "registry", registry), List.of(broker, registry));
  }

  static Health of(Map<String, HealthCheck> others) {
    return new Health(others, List.of());
  }

  /** Adds a stage once it is started; until then the process is not ready. */
  public void add(String name, Stage stage) {
    stages.put(name, stage);
  }

  /** Whether the process is to be left running: no stage has failed. */
  public Answer live() {
    ArrayNode checks = JsonNodeFactory.instance.arrayNode();
    boolean isUp = true;
    for (Map.Entry<String, Stage> stage : stages.entrySet()) {
      isUp &= add(checks, stage.getKey(), life(stage.getValue()));
    }
    return answer(isUp, checks);
  }

  /** Whether it does its work at this moment. */
  public Answer ready() {
    ArrayNode checks = JsonNodeFactory.instance.arrayNode();
    boolean isUp = !stages.isEmpty();
    for (Map.Entry<String, Stage> stage : stages.entrySet()) {
      isUp &= add(checks, stage.getKey(), work(stage.getValue()));
    }
    for (Map.Entry<String, HealthCheck> other : others.entrySet()) {
      isUp &= add(checks, other.getKey(), other.getValue().status());
    }
    return answer(isUp, checks);
  }

  private static Status life(Stage stage) {
    return stage.ended().isCompletedExceptionally()
        ? new Status(false, "failed")
        : new Status(true, stage.ended().isDone() ? "done" : "running");
  }

  private static Status work(Stage stage) {
    Status life = life(stage);
    return life.isUp() && !stage.ended().isDone()
        ? new Status(stage.isWorking(), stage.state())
        : life;
  }

  private static boolean add(ArrayNode checks, String name, Status status) {
    ObjectNode check = checks.addObject().put("name", name).put("status", word(status.isUp()));
    check.putObject("data").put("state", status.detail());
    return status.isUp();
  }

  private static Answer answer(boolean isUp, ArrayNode checks) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", word(isUp));
    json.set("checks", checks);
    return new Answer(isUp, json.toString());
  }

  private static String word(boolean isUp) {
    return isUp ? "UP" : "DOWN";
  }

  @Override
  public void close() {
    watched.forEach(Watched::close);
  }
}
