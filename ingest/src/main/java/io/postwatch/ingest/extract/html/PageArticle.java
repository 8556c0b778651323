// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.time.Instant;
import java.util.Optional;

/**
 * What a page tells of the article it is; each part null where it does not.
 *
 * @param url canonical address, normalised
 * @param title as for sharing, else as in the browser's tab
 * @param publishedAt when it was first published
 * @param outlet the site's name, else its host
 * @param description a sentence or two on it, as for sharing
 */
public record PageArticle(
    String url, String title, Instant publishedAt, String outlet, String description) {

  /** What is known of a text without facts of its own: where it was fetched from, if anywhere. */
  public static PageArticle at(Optional<String> address) {
    return new PageArticle(
        address.orElse(null), null, null, address.flatMap(ArticleUrl::host).orElse(null), null);
  }
}
