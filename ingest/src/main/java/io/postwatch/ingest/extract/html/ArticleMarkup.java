// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import org.jsoup.nodes.Document;

/** Makes a page's markup that of its article: what is beside it goes, what it hides comes out. */
public final class ArticleMarkup {
  private ArticleMarkup() {}

  /**
   * Changes the page in place, so that every {@link EmbedFinder} sees the same; never fails.
   *
   * @return the facts of the article, noted before anything was taken away
   */
  public static PageArticleReader uncover(Document page) {
    PageArticleReader article = new PageArticleReader(page.title());
    PageScope.narrow(page, article::note);
    HiddenMarkup.reveal(page);
    return article;
  }
}
