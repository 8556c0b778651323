// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.versions;

import io.postwatch.schema.EmbeddedPost;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose a post is, on platforms where two posts can have the same id: on Bluesky an account chooses
 * the keys of its records, another's too. Elsewhere only the platform gives ids.
 */
final class Account {
  private static final Pattern DID =
      Pattern.compile("https://bsky\\.app/profile/(did:[^/\\s]{1,200})/post/.*+");

  private Account() {}

  /** The account in the post's address; null where it has none, or only a handle. */
  static String of(EmbeddedPost post) {
    String url = post.getUrl();
    Matcher did = DID.matcher(url == null ? "" : url);
    return did.matches() ? did.group(1) : null;
  }
}
