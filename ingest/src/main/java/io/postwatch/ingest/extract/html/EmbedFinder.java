// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;

/** Finds the posts of one platform that a page embeds in one shape of markup. */
public interface EmbedFinder {

  /**
   * The posts in the page's order; a post embedded twice is given twice.
   *
   * @param latest the latest believable time of a post; shown days after it are dropped
   */
  List<FoundPost> find(Document page, Instant latest);
}
