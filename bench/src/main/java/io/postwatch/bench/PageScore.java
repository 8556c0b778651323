// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimeSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was found on one page beside what is on it.
 *
 * @param hits gold posts that were found, with what was found of them
 * @param missed gold posts that were not found
 * @param wrong posts found that are not embedded there, those without an id among them
 */
record PageScore(List<Hit> hits, List<GoldPost> missed, List<EmbeddedPost> wrong) {

  /** A gold post and the finding that has its platform and id. */
  record Hit(GoldPost gold, EmbeddedPost found) {
    boolean hasRightHandle() {
      return gold.handle().equals(found.getHandle());
    }

    /**
     * True where the post is dated by its id to within a day of the day shown, whose time zone is
     * the embedder's, or by the page to that very day.
     */
    boolean hasRightDay() {
      if (gold.day().isEmpty()) {
        return false;
      }
      LocalDate day = LocalDate.ofInstant(found.getPostedAt(), ZoneOffset.UTC);
      long days = Math.abs(ChronoUnit.DAYS.between(day, gold.day().get()));
      return found.getPostedAtSource() == TimeSource.ID && days <= 1
          || found.getPostedAtSource() == TimeSource.PAGE && days == 0;
    }

    boolean hasText() {
      return !found.getText().isEmpty();
    }
  }

  static PageScore of(List<GoldPost> gold, List<EmbeddedPost> found) {
    Map<String, EmbeddedPost> byKey =
        found.stream()
            .filter(post -> post.getId() != null)
            .collect(
                Collectors.toMap(
                    post -> post.getPlatform() + ":" + post.getId(),
                    Function.identity(),
                    (first, again) -> first));
    List<Hit> hits = new ArrayList<>();
    List<GoldPost> missed = new ArrayList<>();
    List<EmbeddedPost> wrong = new ArrayList<>(found);
    for (GoldPost post : gold) {
      EmbeddedPost match = byKey.get(post.platform() + ":" + post.id());
      if (match == null) {
        missed.add(post);
      } else {
        hits.add(new Hit(post, match));
        wrong.remove(match);
      }
    }
    return new PageScore(hits, missed, wrong);
  }
}
