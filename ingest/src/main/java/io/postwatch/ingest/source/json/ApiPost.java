// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.post.PostKey;
import io.postwatch.ingest.extract.post.PostTime;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A post as a platform's own data give it.
 *
 * @param platform as in the schema
 * @param id null where the data do not tell
 * @param handle as written, without @; null where the data do not tell
 * @param author display name, or null
 * @param text as published
 * @param createdAt what the data say besides the id; null where nothing
 * @param links what the text links to, in order of appearance
 * @param url its address, or null
 * @param shownBy handle of the account whose timeline shows it, by writing or by passing it on; or
 *     null
 * @param shownAt when that account passed it on; null where the post is its own
 * @param editedAt when its author last changed it; null where the data do not tell
 */
record ApiPost(
    String platform,
    String id,
    String handle,
    String author,
    String text,
    Instant createdAt,
    List<String> links,
    String url,
    String shownBy,
    Instant shownAt,
    Instant editedAt) {
  /** A post that is not known to be edited. */
  ApiPost(
      String platform,
      String id,
      String handle,
      String author,
      String text,
      Instant createdAt,
      List<String> links,
      String url,
      String shownBy,
      Instant shownAt) {
    this(platform, id, handle, author, text, createdAt, links, url, shownBy, shownAt, null);
  }

  /** The same post, passed on by somebody. */
  ApiPost passedOn(String by, Instant at) {
    return new ApiPost(platform, id, handle, author, text, createdAt, links, url, by, at, editedAt);
  }

  /** Its identity, as of the same post in an article. */
  String key(PostTime time) {
    LocalDate day =
        time.source() == TimeSource.INGEST || time.precision() == TimePrecision.UNKNOWN
            ? null
            : LocalDate.ofInstant(time.at(), ZoneOffset.UTC);
    return PostKey.of(new FoundPost(platform, id, handle, author, text, day, links, url));
  }
}
