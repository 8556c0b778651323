// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.search.Hit;
import io.postwatch.aggregate.state.LocalState;
import io.postwatch.aggregate.view.ViewReader;
import io.postwatch.aggregate.view.ViewStores;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The posts of some keys, as far as they are known, in the order of the keys.
 *
 * @param isWhole with all of their articles that are remembered
 */
public record PostsByKey(Shown shown, List<String> keys, boolean isWhole)
    implements Question<PostsPart> {

  /** As many as a request may ask for at once. */
  public static final int MOST = 100;

  /** Characters of an address, well below what servers take. */
  private static final int LONGEST_ADDRESS = 4_000;

  /** The first of some posts, as many as one request can ask another instance for. */
  static PostsByKey first(Shown shown, List<String> keys) {
    int length = 0;
    int number = 0;
    while (number < Math.min(keys.size(), MOST)
        && (number == 0 || length + parameter(keys.get(number)).length() < LONGEST_ADDRESS)) {
      length += parameter(keys.get(number)).length() + 1;
      number++;
    }
    return new PostsByKey(shown, List.copyOf(keys.subList(0, number)), false);
  }

  @Override
  public Scope scope() {
    return keys.size() == 1
        ? Scope.holder(ViewStores.POSTS, keys.get(0))
        : Scope.all(ViewStores.POSTS);
  }

  /** By which other instances are asked the same; with whole posts for a single one. */
  String address() {
    return keys.stream().map(PostsByKey::parameter).collect(Collectors.joining("&", "/posts?", ""));
  }

  private static String parameter(String key) {
    return "key=" + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public PostsPart part(LocalState state) {
    ViewReader view = shown.in(state);
    List<PostsPart.Item> items = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Hit.Place place = new Hit.Place(-i, 0);
      view.post(keys.get(i))
          .ifPresent(known -> items.add(new PostsPart.Item(place, ShownJson.post(known, isWhole))));
    }
    return new PostsPart(items, null);
  }

  @Override
  public Page whole(List<PostsPart> parts) {
    return PostsQuestion.page(parts, keys.size());
  }
}
