// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.counting.Windows;
import io.postwatch.aggregate.state.LocalState;
import io.postwatch.schema.Clock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One post, with all that it reports.
 *
 * @param windows all that are counted
 * @param clock one that is counted by
 */
public record PostQuestion(Shown shown, Windows windows, Clock clock, String key)
    implements Question<PostsPart> {
  /** A post reports few topics. */
  private static final int MOST_INCIDENTS = 100;

  @Override
  public Scope scope() {
    return byKey().scope();
  }

  private PostsByKey byKey() {
    return new PostsByKey(shown, List.of(key), true);
  }

  @Override
  public PostsPart part(LocalState state) {
    return byKey().part(state);
  }

  @Override
  public Object whole(List<PostsPart> parts) {
    List<?> posts = byKey().whole(parts).items();
    if (posts.isEmpty()) {
      throw RefusedException.unknown("key: nothing is known (any more) of the post '" + key + "'.");
    }
    ObjectNode post = (ObjectNode) posts.get(0);
    IncidentFilter ofPost =
        new IncidentFilter(
            Set.of(), "", clock, 0, IncidentFilter.FOR_EVER, CountKey.NO_LIST, "", key);
    return new Unfinished<>(
        new IncidentsQuestion(shown, windows, ofPost, Optional.empty(), MOST_INCIDENTS),
        "/incidents?clock=" + clock + "&post=" + URLEncoder.encode(key, StandardCharsets.UTF_8),
        IncidentsQuestion.Part.class,
        incidents -> {
          post.putPOJO("incidents", ((Page) incidents).items());
          return post;
        });
  }
}
