// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import io.postwatch.ingest.source.web.fetch.OneLine;
import io.postwatch.ingest.source.web.fetch.WebUrl;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads sitemaps, those of news among them, and indexes of sitemaps. */
final class SitemapReader {
  private SitemapReader() {}

  /**
   * The pages of a sitemap, or the sitemaps of an index.
   *
   * @throws BrokenListException when it is neither
   */
  static List<Entry> read(String xml, URI address) throws BrokenListException {
    // Not strict: the pages may lie anywhere. What is partly broken is read as far as it can be.
    SiteMapParser parser = new SiteMapParser(false, true);
    parser.enableExtension(Extension.NEWS);
    AbstractSiteMap map;
    try {
      byte[] bytes = xml.stripLeading().getBytes(StandardCharsets.UTF_8);
      URL url = address.toURL();
      map = parser.parseSiteMap("text/xml", bytes, url);
    } catch (UnknownFormatException | IOException | RuntimeException e) {
      throw new BrokenListException("expected a sitemap: " + OneLine.of(e));
    }
    Stream<Optional<Entry>> entries =
        map instanceof SiteMapIndex index
            ? index.getSitemaps().stream().map(s -> entry(s.getUrl(), s.getLastModified()))
            : ((SiteMap) map).getSiteMapUrls().stream().map(u -> entry(u.getUrl(), date(u)));
    return entries.flatMap(Optional::stream).toList();
  }

  private static Date date(SiteMapURL url) {
    ExtensionMetadata[] news = url.getAttributesForExtension(Extension.NEWS);
    if (url.getLastModified() == null
        && news != null
        && news.length > 0
        && news[0] instanceof NewsAttributes attributes) {
      return attributes.getPublicationDate();
    }
    return url.getLastModified();
  }

  private static Optional<Entry> entry(URL url, Date date) {
    Optional<Instant> changed = Optional.ofNullable(date).map(Date::toInstant);
    String fingerprint = changed.map(Instant::toString).orElse("undated");
    return WebUrl.parse(url.toString())
        .map(
            link ->
                new Entry(
                    Digest.ofLong(link.toString()),
                    fingerprint,
                    changed,
                    Optional.of(link),
                    Optional.empty()));
  }
}
