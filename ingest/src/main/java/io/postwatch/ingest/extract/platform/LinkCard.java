// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Optional;
import org.jsoup.nodes.Element;

/** Links that the script of an embedding service turns into the post. */
final class LinkCard {
  private LinkCard() {}

  static Optional<PostAddress> of(Element link) {
    boolean card =
        link.attributes().hasKey("data-iframely-url")
            || link.attributes().get("class").contains("embedly-card");
    return card ? PostAddresses.parse(link.attr("href")) : Optional.empty();
  }
}
