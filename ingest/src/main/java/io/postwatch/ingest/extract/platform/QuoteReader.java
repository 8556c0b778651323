// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.time.Instant;
import org.jsoup.nodes.Element;

/** Reads what one platform's embed code shows of a post until its script replaces it. */
interface QuoteReader {

  /**
   * Reads the element that stands for the post.
   *
   * @param latest the latest believable time of a post; shown days after it are dropped
   */
  Shown read(Element quote, PostAddress address, Instant latest);
}
