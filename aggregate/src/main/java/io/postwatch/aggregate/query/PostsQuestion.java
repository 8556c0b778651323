// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.search.Hit;
import io.postwatch.aggregate.state.LocalState;
import io.postwatch.aggregate.view.ViewStores;
import java.util.List;
import java.util.Optional;

/**
 * Posts by their author, hashtags and words, those first that were first seen last.
 *
 * @param after only those that come after this place; empty: from the beginning
 * @param limit how many at most
 */
public record PostsQuestion(Shown shown, PostFilter filter, Optional<Hit.Place> after, int limit)
    implements Question<PostsPart> {

  @Override
  public Scope scope() {
    return Scope.all(ViewStores.POSTS);
  }

  @Override
  public PostsPart part(LocalState state) {
    Finds<FoundPost> found = PostSearch.find(shown.in(state), filter, after, limit);
    return new PostsPart(
        found.items().stream()
            .map(one -> new PostsPart.Item(one.place(), ShownJson.post(one.known(), false)))
            .toList(),
        found.next().orElse(null));
  }

  @Override
  public Page whole(List<PostsPart> parts) {
    return page(parts, limit);
  }

  static Page page(List<PostsPart> parts, int limit) {
    Finds<PostsPart.Item> found =
        Finds.merged(
            parts.stream()
                .map(part -> new Finds<>(part.items(), Optional.ofNullable(part.upTo())))
                .toList(),
            PostsPart.Item::place,
            limit);
    return new Page(
        found.items().stream().map(PostsPart.Item::post).toList(), HitPosition.words(found.next()));
  }
}
