// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.List;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** Tells cheaply which elements have attributes worth reading one by one, which is dear. */
final class MoreAttributes {
  private static final List<String> COMMON = List.of("class", "id", "style");

  private MoreAttributes() {}

  /** True for an element with another attribute than those that all kinds of elements have. */
  static boolean in(Element element) {
    int size = element.attributesSize();
    if (size == 0) {
      return false;
    }
    Attributes attributes = element.attributes();
    for (int i = 0; size > 0 && i < COMMON.size(); i++) {
      size -= attributes.hasKey(COMMON.get(i)) ? 1 : 0;
    }
    return size > 0;
  }
}
