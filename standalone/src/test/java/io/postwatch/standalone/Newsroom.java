// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes articles that embed posts, for tests. */
public final class Newsroom {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /** Milliseconds of X's epoch, 2010-11-04. */
  private static final long X_EPOCH = 1_288_834_974_657L;

  private Newsroom() {}

  /** A post on X. */
  public record Post(long id, String handle, String text) {
    public static Post at(Instant writtenAt, int sequence, String handle, String text) {
      return new Post((writtenAt.toEpochMilli() - X_EPOCH << 22) + sequence, handle, text);
    }

    public Instant writtenAt() {
      return Instant.ofEpochMilli((id >> 22) + X_EPOCH);
    }

    private String html() {
      return """
          <blockquote class="twitter-tweet"><p lang="en" dir="ltr">%s</p>&mdash; Somebody (@%s) \
          <a href="https://twitter.com/%s/status/%d?ref_src=twsrc%%5Etfw">%s</a></blockquote>
          """
          .formatted(text, handle, handle, id, SHOWN.format(writtenAt()));
    }
  }

  /** Writes an HTML article with an address of its own. */
  public static Path article(Path file, String url, Post... posts) throws IOException {
    StringBuilder html =
        new StringBuilder(
            "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><link rel=\"canonical\" href=\""
                + url
                + "\"><title>News</title></head><body><article><p>What happened today.</p>\n");
    for (Post post : posts) {
      html.append(post.html());
    }
    return Files.writeString(file, html.append("</article></body></html>\n"));
  }
}
