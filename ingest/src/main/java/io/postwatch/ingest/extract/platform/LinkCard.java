// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Optional;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** Links that the script of an embedding service turns into the post. */
final class LinkCard {
  private LinkCard() {}

  static Optional<PostAddress> of(Element link) {
    boolean card = link.attributesSize() > 1 && isCard(link.attributes());
    return card ? PostAddresses.parse(link.attr("href")) : Optional.empty();
  }

  private static boolean isCard(Attributes attributes) {
    return attributes.hasKey("data-iframely-url")
        || attributes.get("class").contains("embedly-card");
  }
}
