// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.post;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A post as an article shows it, before its time and key are worked out.
 *
 * @param platform as in the schema, e.g. {@code x}
 * @param id the platform's id, or null
 * @param handle the author's handle as written, without @, or null
 * @param author display name, or null
 * @param text the post's own words, empty where the page does not show them
 * @param shownDay the day that the page shows, or null
 * @param shownAt the moment that the page tells machines, or null
 * @param links what the text links to, in order of appearance
 * @param url the post's address, or null
 * @param textConfidence how likely the first word of the text is right, 0 to 1, where it was
 *     guessed; null where the markup tells
 */
public record FoundPost(
    String platform,
    String id,
    String handle,
    String author,
    String text,
    LocalDate shownDay,
    Instant shownAt,
    List<String> links,
    String url,
    Double textConfidence) {

  /** A post whose text the markup tells. */
  public FoundPost(
      String platform,
      String id,
      String handle,
      String author,
      String text,
      LocalDate shownDay,
      Instant shownAt,
      List<String> links,
      String url) {
    this(platform, id, handle, author, text, shownDay, shownAt, links, url, null);
  }

  /** A post of which the page tells at most the day. */
  public FoundPost(
      String platform,
      String id,
      String handle,
      String author,
      String text,
      LocalDate shownDay,
      List<String> links,
      String url) {
    this(platform, id, handle, author, text, shownDay, null, links, url);
  }

  /** This post, with what is not known of it as another showing of it has it. */
  public FoundPost with(FoundPost other) {
    return new FoundPost(
        platform,
        id,
        handle == null ? other.handle : handle,
        author == null ? other.author : author,
        text,
        shownDay == null ? other.shownDay : shownDay,
        shownAt == null ? other.shownAt : shownAt,
        links,
        url == null ? other.url : url,
        textConfidence);
  }
}
