// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import org.jsoup.nodes.Document;

/** Makes a page's markup that of its article: what is beside it goes, what it hides comes out. */
public final class ArticleMarkup {
  private ArticleMarkup() {}

  /** Changes the page in place, so that every {@link EmbedFinder} sees the same; never fails. */
  public static void uncover(Document page) {
    PageScope.narrow(page);
    HiddenMarkup.reveal(page);
  }
}
