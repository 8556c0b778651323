// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.aggregate.counting.Windows;
import io.postwatch.aggregate.search.Hit;
import io.postwatch.aggregate.state.CountingReader;
import io.postwatch.aggregate.state.LocalState;
import io.postwatch.aggregate.view.ViewStores;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The incidents behind a count, the newest first by its clock.
 *
 * @param windows all that are counted
 * @param after only those that come after this place; empty: from the beginning
 * @param limit how many at most
 */
public record IncidentsQuestion(
    Shown shown, Windows windows, IncidentFilter filter, Optional<Hit.Place> after, int limit)
    implements Question<IncidentsQuestion.Part> {

  /**
   * The first incidents that an instance has.
   *
   * @param topics those that were asked for and are known to it
   * @param upTo until where it looked; null: to the end
   */
  public record Part(List<String> topics, List<Item> items, Hit.Place upTo) {}

  /** An incident without its post's text. */
  public record Item(Hit.Place place, ObjectNode incident) {}

  @Override
  public Scope scope() {
    return filter.topics().size() == 1
        ? Scope.holder(ViewStores.INCIDENTS, filter.topics().iterator().next())
        : Scope.all(ViewStores.INCIDENTS);
  }

  @Override
  public Part part(LocalState state) {
    Finds<FoundIncident> found =
        new IncidentSearch(windows).find(shown.in(state), filter, after, limit);
    return new Part(
        knownTopics(state),
        found.items().stream().map(one -> new Item(one.place(), ShownJson.incident(one))).toList(),
        found.next().orElse(null));
  }

  private List<String> knownTopics(LocalState state) {
    if (filter.topics().isEmpty()) {
      return List.of();
    }
    Collection<CountingReader> readers = CountingReader.all(state).values();
    return filter.topics().stream()
        .filter(topic -> readers.stream().anyMatch(reader -> reader.knows(topic)))
        .toList();
  }

  @Override
  public Object whole(List<Part> parts) {
    TopicReaders.requireKnown(filter.topics(), parts.stream().map(Part::topics).toList());
    Finds<Item> found =
        Finds.merged(
            parts.stream()
                .map(part -> new Finds<>(part.items(), Optional.ofNullable(part.upTo())))
                .toList(),
            Item::place,
            limit);
    List<ObjectNode> items = found.items().stream().map(Item::incident).toList();
    Page page = new Page(items, HitPosition.words(found.next()));
    // Who asks for the incidents of one post has its text.
    return filter.post().isEmpty() ? withTexts(page, items, postKeys(items)) : page;
  }

  private static List<String> postKeys(List<ObjectNode> incidents) {
    return incidents.stream().map(incident -> incident.get("post").textValue()).distinct().toList();
  }

  private Object withTexts(Page page, List<ObjectNode> incidents, List<String> keys) {
    if (keys.isEmpty()) {
      return page;
    }
    PostsByKey posts = PostsByKey.first(shown, keys);
    return new Unfinished<>(
        posts,
        posts.address(),
        PostsPart.class,
        answer -> {
          complete(incidents, (Page) answer);
          return withTexts(page, incidents, keys.subList(posts.keys().size(), keys.size()));
        });
  }

  private static void complete(List<ObjectNode> incidents, Page posts) {
    Map<String, ObjectNode> byKey =
        posts.items().stream()
            .map(ObjectNode.class::cast)
            .collect(Collectors.toMap(post -> post.get("post").textValue(), post -> post));
    for (ObjectNode incident : incidents) {
      ObjectNode post = byKey.get(incident.get("post").textValue());
      if (post != null) {
        ShownJson.complete(incident, post);
      }
    }
  }
}
