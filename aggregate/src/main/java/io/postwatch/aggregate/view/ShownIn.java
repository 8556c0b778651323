// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.aggregate.counting.Brief;
import io.postwatch.aggregate.state.StateReader;
import io.postwatch.aggregate.state.StateWriter;
import io.postwatch.schema.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An article in which a post was seen.
 *
 * @param article which article, by its fingerprint
 * @param url null where not known, as are title, outlet and publishedAt
 * @param seenAt when the post was first seen in it, epoch milliseconds
 */
public record ShownIn(
    long article, String url, String title, String outlet, Instant publishedAt, long seenAt) {
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int LONGEST_NAME = 300;

  static ShownIn of(Article article, long fingerprint, long seenAt) {
    return new ShownIn(
        fingerprint,
        Brief.address(article.getUrl(), LONGEST_ADDRESS),
        Brief.text(article.getTitle(), LONGEST_NAME),
        Brief.text(article.getOutlet(), LONGEST_NAME),
        article.getPublishedAt(),
        seenAt);
  }

  /** Whether it is among these. */
  boolean isIn(List<ShownIn> known) {
    for (ShownIn other : known) {
      if (other.article == article) {
        return true;
      }
    }
    return false;
  }

  /** These with this one, unless they are {@code most} already. */
  List<ShownIn> addedTo(List<ShownIn> known, int most) {
    if (known.size() >= most) {
      return known;
    }
    List<ShownIn> more = new ArrayList<>(known);
    more.add(this);
    return List.copyOf(more);
  }

  void write(StateWriter out) {
    out.fingerprints(article);
    out.textOrNull(url);
    out.textOrNull(title);
    out.textOrNull(outlet);
    out.flag(publishedAt != null);
    if (publishedAt != null) {
      out.number(publishedAt.toEpochMilli());
    }
    out.number(seenAt);
  }

  static ShownIn read(StateReader in) {
    return new ShownIn(
        in.fingerprint(),
        in.textOrNull(),
        in.textOrNull(),
        in.textOrNull(),
        in.flag() ? Instant.ofEpochMilli(in.number()) : null,
        in.number());
  }
}
