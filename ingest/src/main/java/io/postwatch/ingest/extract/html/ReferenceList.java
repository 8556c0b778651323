// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Addresses below a heading that says that they are sources, or for further reading. */
final class ReferenceList {
  private static final int MAX_HEADING = 40;

  /** Paragraphs below one heading: lists of sources are shorter. */
  private static final int MAX_BLOCKS = 100;

  /** The heading in the languages of the pages that we have seen. */
  private static final Set<String> HEADINGS =
      Set.of(
          "source",
          "sources",
          "reference",
          "references",
          "footnotes",
          "notes",
          "citations",
          "bibliography",
          "works cited",
          "further reading",
          "external links",
          "quelle",
          "quellen",
          "quellenangaben",
          "einzelnachweise",
          "nachweise",
          "literatur",
          "fuente",
          "fuentes",
          "referencias",
          "notas",
          "fontes",
          "referências",
          "références",
          "sources et références",
          "fonte",
          "fonti",
          "note",
          "riferimenti",
          "bron",
          "bronnen",
          "bronvermelding",
          "källor",
          "källa",
          "kilder",
          "kilde",
          "lähteet",
          "źródło",
          "źródła",
          "zdroje",
          "zdroj",
          "források",
          "surse",
          "kaynak",
          "kaynaklar",
          "kaynakça",
          "источник",
          "источники",
          "примечания",
          "ссылки",
          "джерела",
          "πηγές",
          "المصادر",
          "مصادر",
          "المراجع",
          "מקורות",
          "منابع",
          "स्रोत",
          "出典",
          "参考",
          "参考文献",
          "来源",
          "參考資料",
          "참고",
          "출처",
          "sumber",
          "referensi",
          "nguồn");

  private static final Pattern SIGNS = Pattern.compile("[\\s:：*]++$|^[\\s*]++");

  private static final Pattern ADDRESSES =
      Pattern.compile("(?:[\\d.)\\]\\[•*–-]{0,6}\\s{0,4}(?:https?://|www\\.)\\S{4,2000}+\\s*+)++");

  private ReferenceList() {}

  /** Empties the paragraphs of nothing but addresses below a heading of sources. */
  static void empty(Element heading) {
    Element line = isBold(heading) ? heading.parent() : heading;
    if (line == null || !isHeading(heading)) {
      return;
    }
    Element block = line.nextElementSibling();
    for (int i = 0; block != null && i < MAX_BLOCKS && isAddresses(block); i++) {
      block.empty();
      block = block.nextElementSibling();
    }
  }

  /** True for headings but the page's own, and for short lines and bold ones. */
  static boolean mayBeHeading(Element element) {
    String tag = element.normalName();
    boolean headline =
        tag.length() == 2 && tag.charAt(0) == 'h' && "23456".indexOf(tag.charAt(1)) >= 0;
    boolean line = tag.equals("p") && isShort(element);
    return headline
        || line
        || isBold(element) && element.parentNameIs("p") && element.parent().childNodeSize() == 1;
  }

  private static boolean isShort(Element line) {
    return line.childNodeSize() == 1
        && line.childNode(0) instanceof TextNode text
        && text.getWholeText().length() <= MAX_HEADING;
  }

  private static boolean isBold(Element element) {
    return element.nameIs("strong") || element.nameIs("b");
  }

  private static boolean isHeading(Element element) {
    String words = shallow(element);
    return words.length() <= MAX_HEADING
        && HEADINGS.contains(SIGNS.matcher(words).replaceAll("").toLowerCase(Locale.ROOT));
  }

  private static boolean isAddresses(Element block) {
    return (block.nameIs("p") || block.nameIs("div"))
        && ADDRESSES.matcher(shallow(block)).matches();
  }

  /** The words of an element and its children, no deeper: paragraphs and headings have no more. */
  private static String shallow(Element element) {
    StringBuilder words = new StringBuilder();
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        words.append(text.getWholeText());
      } else if (child instanceof Element inner) {
        words.append(' ').append(inner.ownText());
      }
    }
    return words.toString().strip();
  }
}
