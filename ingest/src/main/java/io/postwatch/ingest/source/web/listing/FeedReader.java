// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.impl.XmlFixerReader;
import io.postwatch.ingest.source.web.fetch.OneLine;
import io.postwatch.ingest.source.web.fetch.WebUrl;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;

/** Reads the entries of RSS and Atom feeds. */
final class FeedReader {
  /** Deeper than any article; what follows the tree by recursion has a stack of some 10,000. */
  private static final int MAX_DEPTH = 500;

  private static final int MAX_ATTRIBUTES = 100;

  /** The limits of the JDK's own parser. */
  private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private final Pages pages;

  FeedReader(Pages pages) {
    this.pages = pages;
  }

  /**
   * The entries that lead anywhere or have content.
   *
   * @param address of the feed, for links that are relative to it
   * @throws BrokenListException when it is no well-formed feed
   */
  List<Entry> read(String xml, URI address) throws BrokenListException {
    SyndFeed feed;
    try {
      SyndFeedInput input = new SyndFeedInput(false, Locale.ENGLISH);
      input.setPreserveWireFeed(true);
      feed = input.build(parse(xml));
    } catch (JDOMException | IOException | FeedException | RuntimeException e) {
      throw new BrokenListException(reason(e));
    }
    return feed.getEntries().stream()
        .map(entry -> entry(entry, address))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The parser names the feature in every language that it speaks. */
  private static String reason(Exception e) {
    boolean isRefused = e.getMessage() != null && e.getMessage().contains(NO_DOCTYPE);
    return isRefused
        ? "a DOCTYPE is refused; expected an RSS or Atom feed without one"
        : "expected an RSS or Atom feed: " + OneLine.of(e);
  }

  /** Without a document type there are no entities, neither external nor nested ones. */
  private static Document parse(String xml) throws JDOMException, IOException {
    SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
    builder.setFeature(NO_DOCTYPE, true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    builder.setProperty(LIMIT + "maxElementDepth", Integer.toString(MAX_DEPTH));
    builder.setProperty(LIMIT + "elementAttributeLimit", Integer.toString(MAX_ATTRIBUTES));
    builder.setExpandEntities(false);
    // Takes away what stands before the XML, and reads HTML's named entities.
    return builder.build(new XmlFixerReader(new StringReader(xml)));
  }

  private Optional<Entry> entry(SyndEntry entry, URI address) {
    Optional<URI> link = link(entry, address);
    EntryContent content = EntryContent.of(entry);
    boolean isPageWanted = pages == Pages.ALWAYS || pages == Pages.AUTO && content.isTeaser();
    Optional<Date> date =
        Stream.of(entry.getUpdatedDate(), entry.getPublishedDate())
            .filter(known -> known != null)
            .findFirst();
    String key = key(entry, link);
    if (link.isPresent() && isPageWanted) {
      String fingerprint = date.map(Date::toInstant).map(Object::toString).orElse("undated");
      return Optional.of(
          new Entry(key, fingerprint, date.map(Date::toInstant), link, Optional.empty()));
    }
    if (content.isEmpty()) {
      return Optional.empty();
    }
    Loaded page = content.asPage(entry, link);
    return Optional.of(
        new Entry(
            key,
            Digest.of(page.body()),
            date.map(Date::toInstant),
            Optional.empty(),
            Optional.of(page)));
  }

  /** ROME takes an RSS item's id for its link where it has none, but many are just a number. */
  private static Optional<URI> link(SyndEntry entry, URI address) {
    if (entry.getWireEntry() instanceof Item item && item.getLink() == null) {
      return Optional.ofNullable(entry.getUri()).flatMap(WebUrl::parse);
    }
    return Optional.ofNullable(entry.getLink()).flatMap(link -> WebUrl.resolve(address, link));
  }

  /** ROME takes a link for the id of an entry that has none; it then counts as it was resolved. */
  private static String key(SyndEntry entry, Optional<URI> link) {
    String id = Objects.equals(entry.getUri(), entry.getLink()) ? null : entry.getUri();
    return Stream.of(id, link.map(URI::toString).orElse(entry.getUri()), entry.getTitle())
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .map(Digest::ofLong)
        .orElse("untitled");
  }
}
