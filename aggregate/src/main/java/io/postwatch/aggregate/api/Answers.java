// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.aggregate.query.Page;
import io.postwatch.aggregate.query.Question;
import io.postwatch.aggregate.query.Unfinished;
import io.postwatch.runtime.http.HostPort;
import io.postwatch.runtime.http.HttpProblem;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * Answers questions from the stores of all instances. Those who ask alike within a second get the
 * same answer, and wait for it together.
 */
final class Answers {
  static final String HORIZON = "/status";

  private static final long MOST_KEPT_BYTES = 64 << 20;

  /** What was known when these partitions were looked at. */
  private record Known<P>(Set<Integer> partitions, P part) {}

  private final Instances instances;
  private final Peers peers;
  private final Executor executor;
  private final HorizonQuestion horizon;
  private final Shared<Answer> kept = new Shared<>(MOST_KEPT_BYTES, Answer::weight);
  private final Shared<Horizon> horizons = new Shared<>(2, horizon -> 1);

  /**
   * @param executor on which stores are read
   * @param startedAt when this instance was started
   */
  Answers(Instances instances, Peers peers, Executor executor, Instant startedAt) {
    this.instances = instances;
    this.peers = peers;
    this.executor = executor;
    this.horizon = new HorizonQuestion(startedAt);
  }

  /** How far all instances are. */
  CompletableFuture<Horizon> horizon() {
    return horizons.get(
        "all",
        () -> whole(HorizonQuestion.Part.class, horizon, HORIZON).thenApply(Horizon.class::cast));
  }

  private CompletableFuture<Horizon> horizonHere() {
    return horizons.get(
        "here", () -> later(() -> horizon.whole(List.of(horizon.part(instances.here())))));
  }

  /** What another instance is told of how far this one is. */
  CompletableFuture<Answer> horizonPart() {
    return later(() -> part(horizon));
  }

  /**
   * The answer to a request.
   *
   * @param given its parameters, those in the path included
   * @param isForwarded whether another instance asks, for what is known here alone
   * @return fails with an {@link HttpProblem}, or what {@link Question} throws
   */
  <P> CompletableFuture<Answer> to(
      Endpoint<P> endpoint, Map<String, List<String>> given, boolean isForwarded) {
    Parameters parameters = new Parameters(given, endpoint);
    return (isForwarded ? horizonHere() : horizon())
        .thenCompose(
            now -> {
              Question<P> question = endpoint.reading().read(parameters, now);
              String address = parameters.address();
              return kept.get(
                  isForwarded ? "part of " + address : address,
                  () ->
                      isForwarded
                          ? later(() -> part(question))
                          : whole(endpoint.part(), question, address)
                              .thenCompose(this::finished)
                              .thenApply(whole -> answer(whole, parameters)));
            });
  }

  private static Answer answer(Object whole, Parameters parameters) {
    if (whole instanceof Page page) {
      Map<String, Object> list = new LinkedHashMap<>();
      list.put("items", page.items());
      list.put("next", page.next().isEmpty() ? null : parameters.next(page.next()));
      return Answer.of(list);
    }
    return Answer.of(whole);
  }

  private Answer part(Question<?> question) {
    Known<?> known = here(question);
    String partitions =
        known.partitions().stream().map(String::valueOf).collect(Collectors.joining(","));
    return new Answer(Answer.bytes(known.part()), null, Map.of(HttpPeers.PARTITIONS, partitions));
  }

  private CompletableFuture<Object> finished(Object whole) {
    return whole instanceof Unfinished<?> unfinished
        ? finished(unfinished)
        : CompletableFuture.completedFuture(whole);
  }

  private <P> CompletableFuture<Object> finished(Unfinished<P> whole) {
    return whole(whole.form(), whole.next(), whole.address())
        .thenApply(whole.together())
        .thenCompose(this::finished);
  }

  private <P> CompletableFuture<Object> whole(Class<P> form, Question<P> question, String address) {
    Holders holders;
    try {
      holders = instances.holders(question.scope());
    } catch (InvalidStateStoreException e) {
      return CompletableFuture.failedFuture(e);
    }
    List<CompletableFuture<Known<P>>> asked = new ArrayList<>();
    if (holders.isHere()) {
      asked.add(later(() -> here(question)));
    }
    for (HostPort other : holders.others()) {
      asked.add(
          peers.ask(other, address).thenApplyAsync(part -> known(other, part, form), executor));
    }
    return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
        .thenApplyAsync(done -> together(question, holders, all(asked)), executor);
  }

  // A task that came or went meanwhile may have been read or not.
  private <P> Known<P> here(Question<P> question) {
    String store = question.scope().store();
    Set<Integer> partitions = new HashSet<>(instances.here().held(store));
    P part = question.part(instances.here());
    partitions.retainAll(instances.here().held(store));
    return new Known<>(partitions, part);
  }

  private static <P> Known<P> known(HostPort other, Peers.Part part, Class<P> form) {
    try {
      return new Known<>(part.partitions(), Json.MAPPER.readValue(part.json(), form));
    } catch (IOException e) {
      throw new HttpProblem(
          503, "The instance at " + other + " answers in another form; is it of another version?");
    }
  }

  private static <P> List<Known<P>> all(List<CompletableFuture<Known<P>>> asked) {
    return asked.stream().map(CompletableFuture::join).toList();
  }

  private static <P> Object together(
      Question<P> question, Holders holders, List<Known<P>> answers) {
    Set<Integer> partitions = new HashSet<>();
    answers.forEach(answer -> partitions.addAll(answer.partitions()));
    if (answers.isEmpty() || !partitions.containsAll(holders.partitions())) {
      throw new InvalidStateStoreException("tasks are moving between instances");
    }
    return question.whole(answers.stream().map(Known::part).toList());
  }

  private <T> CompletableFuture<T> later(Supplier<T> step) {
    return CompletableFuture.supplyAsync(step, executor);
  }
}
