// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.aggregate.state.LocalState;
import io.postwatch.aggregate.view.ViewReader;
import io.postwatch.aggregate.view.ViewStores;
import io.postwatch.json.SpikeJson;
import io.postwatch.schema.Spike;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The spikes that were told, those first that began last.
 *
 * @param topics of these topics; none: of all
 * @param place at this place only; empty: at any
 * @param from those that last until then or longer, epoch milliseconds
 * @param to those that began before
 * @param lasting whether they last still; empty: either
 * @param after only those that come after this one in the list; empty: from the beginning
 * @param limit how many at most
 */
public record SpikesQuestion(
    Shown shown,
    Set<String> topics,
    Optional<String> place,
    long from,
    long to,
    Optional<Boolean> lasting,
    Optional<SpikePosition> after,
    int limit)
    implements Question<SpikesQuestion.Part> {
  private static final int MOST_LOOKED_AT = 20_000;

  public SpikesQuestion {
    topics = Set.copyOf(topics);
  }

  /** The first spikes that an instance has. */
  public record Part(List<ObjectNode> items) {}

  @Override
  public Scope scope() {
    return topics.size() == 1
        ? Scope.holder(ViewStores.SPIKES, topics.iterator().next())
        : Scope.all(ViewStores.SPIKES);
  }

  @Override
  public Part part(LocalState state) {
    TreeMap<SpikePosition, Spike> found = new TreeMap<>(SpikePosition.ORDER);
    int[] lookedAt = {0};
    ViewReader view = shown.in(state);
    view.spikes(
        Math.min(to, after.map(position -> position.start() + 1).orElse(Long.MAX_VALUE)),
        spike -> {
          SpikePosition position = SpikePosition.of(spike);
          boolean isFull =
              found.size() > limit && SpikePosition.ORDER.compare(position, found.lastKey()) > 0;
          if (!isFull && isAsked(spike, position)) {
            found.put(position, spike);
            if (found.size() > limit + 1) {
              found.pollLastEntry();
            }
          }
          return !isFull && ++lookedAt[0] < MOST_LOOKED_AT;
        });
    Set<String> places = Set.copyOf(found.values().stream().map(Spike::getPlace).toList());
    Map<String, KnownPlace> known = new ShownPlaces(shown).of(places, state);
    List<ObjectNode> items = new ArrayList<>();
    found.values().forEach(spike -> items.add(json(spike, known.get(spike.getPlace()))));
    return new Part(items);
  }

  private boolean isAsked(Spike spike, SpikePosition position) {
    boolean lasts = spike.getEndedAt() == null;
    return (topics.isEmpty() || topics.contains(spike.getTopic()))
        && place.filter(one -> !one.equals(spike.getPlace())).isEmpty()
        && (lasts || spike.getCountedUntil().toEpochMilli() >= from)
        && lasting.filter(wanted -> wanted != lasts).isEmpty()
        && after.filter(last -> SpikePosition.ORDER.compare(position, last) <= 0).isEmpty();
  }

  private static ObjectNode json(Spike spike, KnownPlace place) {
    ObjectNode json = SpikeJson.of(spike);
    json.put("country", place == null ? null : place.country());
    json.put("latitude", place == null ? null : place.latitude());
    json.put("longitude", place == null ? null : place.longitude());
    return json;
  }

  @Override
  public Page whole(List<Part> parts) {
    TreeMap<SpikePosition, ObjectNode> all = new TreeMap<>(SpikePosition.ORDER);
    parts.forEach(part -> part.items().forEach(item -> all.put(SpikePosition.of(item), item)));
    List<ObjectNode> items = all.values().stream().limit(limit).toList();
    return new Page(
        items,
        items.size() < all.size()
            ? SpikePosition.of(items.get(items.size() - 1)).words()
            : List.of());
  }
}
