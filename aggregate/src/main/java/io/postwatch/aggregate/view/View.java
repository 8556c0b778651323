// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.aggregate.search.SearchIndex;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What an instance shows: its rules, and what finds posts and incidents in its stores. */
public final class View implements AutoCloseable {
  private final ViewRules rules;
  private final ViewSerdes serdes;
  private final SearchIndex posts;
  private final SearchIndex incidents;

  private View(ViewRules rules, ViewSerdes serdes, SearchIndex posts, SearchIndex incidents) {
    this.rules = rules;
    this.serdes = serdes;
    this.posts = posts;
    this.incidents = incidents;
  }

  /**
   * Opens empty indexes, which the tasks fill when they start.
   *
   * @throws UncheckedIOException if their files cannot be made
   */
  public static View open(ViewRules rules, ViewSerdes serdes) {
    try {
      SearchIndex posts =
          SearchIndex.open("posts", rules.scratch(), PostDocument.SEEN, rules.searchPosts());
      SearchIndex incidents =
          SearchIndex.open(
              "incidents", rules.scratch(), IncidentDocument.SEEN, rules.searchIncidents());
      return new View(rules, serdes, posts, incidents);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the files of the search index", e);
    }
  }

  public ViewRules rules() {
    return rules;
  }

  public ViewSerdes serdes() {
    return serdes;
  }

  public SearchIndex posts() {
    return posts;
  }

  public SearchIndex incidents() {
    return incidents;
  }

  @Override
  public void close() {
    posts.close();
    incidents.close();
  }
}
