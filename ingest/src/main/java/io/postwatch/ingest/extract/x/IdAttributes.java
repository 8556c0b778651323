// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.x;

import java.util.Set;

/** Attributes in which content systems leave the id of an X post for a script to fill. */
public final class IdAttributes {
  /** Names that say themselves that the number is of X. */
  public static final Set<String> OF_X =
      Set.of(
          "data-tweet-id",
          "data-tweetid",
          "data-tweet",
          "data-tweet_id",
          "data-twitter",
          "data-twitter-id",
          "data-twitterid",
          "data-twitter-tweet-id",
          "data-twitter-status-id",
          "data-tweet-status-id",
          "data-status-id",
          "data-statusid",
          "data-embed-tweet-id",
          "tweet-id",
          "tweetid",
          "tweet_id",
          "data-x-id",
          "data-x-post-id",
          "data-x-tweet-id");

  /** Names of numbers of anything: of X where something else in the element says so. */
  public static final Set<String> TYPED =
      Set.of(
          "data-embed-id",
          "data-id",
          "data-content-id",
          "data-post-id",
          "data-item-id",
          "data-key",
          "data-src",
          "data-value",
          "data-embed",
          "data-code",
          "data-social-id",
          "data-media-id",
          "data-media-key",
          "status",
          "value",
          "id",
          "data-external-id",
          "data-widget-id",
          "data-identifier",
          "embed-id",
          "embedid",
          "post-id",
          "data-embedid",
          "data-postid");

  private IdAttributes() {}
}
