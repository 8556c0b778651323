// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.post.PostText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** X posts in plain text, as scrapers leave it: each ends in its signature, its start unmarked. */
public final class TextPosts {
  private final PostText postText = new PostText();

  /**
   * The posts in the text's order; a signature without words before it gives none.
   *
   * @param latest the latest believable time of a post; shown days after it are dropped
   */
  public List<FoundPost> find(String text, Instant latest) {
    List<FoundPost> posts = new ArrayList<>();
    int floor = 0;
    for (Signature signature : SignatureFinder.all(text, latest)) {
      int start = PostStart.of(text, floor, signature);
      String words = PostText.bounded(text.substring(start, signature.start()).strip());
      if (!words.isEmpty()) {
        posts.add(post(signature, words));
      }
      floor = signature.end();
    }
    return posts;
  }

  private FoundPost post(Signature signature, String text) {
    return new FoundPost(
        "x",
        null,
        signature.handle(),
        signature.author(),
        text,
        signature.day().orElse(null),
        postText.links(text),
        null);
  }
}
