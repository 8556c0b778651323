// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

import java.io.StringReader;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What kind of list a document is. */
public enum ListKind {
  FEED,
  SITEMAP,
  SITEMAP_INDEX;

  private static final Pattern FEED_PATH =
      Pattern.compile("(?i)(?:.*\\.(?:rss|atom|rdf|xml)(?:\\.gz)?+|.*/(?:feed|rss|atom)/?+)");

  /** What the root element says; empty for anything that is no list, such as HTML. */
  static Optional<ListKind> of(String text) {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text.stripLeading()));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT) {
          return ofRoot(xml.getLocalName());
        }
      }
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<ListKind> ofRoot(String name) {
    return switch (name) {
      case "rss", "feed", "RDF" -> Optional.of(FEED);
      case "urlset" -> Optional.of(SITEMAP);
      case "sitemapindex" -> Optional.of(SITEMAP_INDEX);
      default -> Optional.empty();
    };
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** True where the address or the type promises a list: a page there is an error page. */
  public static boolean isPromised(URI url, Optional<String> contentType) {
    String path = url.getPath() == null ? "" : url.getPath();
    return FEED_PATH.matcher(path).matches()
        || contentType.filter(type -> type.matches("(?is).*(?:rss|atom)\\+xml.*")).isPresent();
  }
}
