// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Where a link leads, as far as the page shows it: X shortens all links, and tells the rest. */
final class LinkAddress {
  private static final Pattern SHORTENED = Pattern.compile("https?://t\\.co/\\w{1,20}");
  private static final Pattern WHOLE = Pattern.compile("https?://[^\\s…]{4,1000}+");

  /** Where X's code and its copies keep the address that t.co stands for. */
  private static final List<String> EXPANDED =
      List.of("data-expanded-url", "data-expanded", "data-full-url", "data-url", "title");

  private LinkAddress() {}

  /** The address as the page writes it, or the one behind t.co where the markup has it. */
  static String of(Element link) {
    String address = link.attr("href");
    if (SHORTENED.matcher(address).matches()) {
      for (String attribute : EXPANDED) {
        String expanded = link.attr(attribute);
        if (WHOLE.matcher(expanded).matches()) {
          return expanded;
        }
      }
    }
    return address;
  }
}
