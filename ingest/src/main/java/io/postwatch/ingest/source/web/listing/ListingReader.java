// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

import io.postwatch.ingest.source.web.fetch.Answer;
import io.postwatch.ingest.source.web.fetch.FetchException;
import io.postwatch.ingest.source.web.fetch.FetchException.Kind;
import io.postwatch.ingest.source.web.fetch.Fetcher;
import io.postwatch.ingest.source.web.fetch.Validators;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Asks an address for what it has, whether it is a page, a feed, a sitemap or an index of them. */
public final class ListingReader {
  /** Sitemaps of an index that are read, the newest: sites keep one for each month of decades. */
  private static final int MOST_SITEMAPS = 20;

  private final Fetcher fetcher;
  private final int maxBytes;
  private final int maxEntries;
  private final FeedReader feeds;

  /**
   * A reader.
   *
   * @param maxBytes the longest list, decompressed
   * @param maxEntries the most entries of a list that are of interest
   */
  public ListingReader(Fetcher fetcher, int maxBytes, int maxEntries, Pages pages) {
    this.fetcher = fetcher;
    this.maxBytes = maxBytes;
    this.maxEntries = maxEntries;
    this.feeds = new FeedReader(pages);
  }

  /**
   * Fetches and reads.
   *
   * @param known of the last time
   * @return empty where nothing has changed since; fails with {@link FetchException} or {@link
   *     BrokenListException}
   */
  public CompletableFuture<Optional<Listing>> read(URI url, Validators known) {
    return fetcher
        .fetch(url, known)
        .thenCompose(
            answer ->
                answer.isUnchanged()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : listing(url, answer).thenApply(Optional::of));
  }

  private CompletableFuture<Listing> listing(URI url, Answer answer) {
    try {
      String text = text(answer);
      Optional<ListKind> kind = ListKind.of(text);
      if (kind.isEmpty()) {
        return CompletableFuture.completedFuture(page(url, answer));
      }
      List<Entry> entries = entries(kind.get(), text, answer.url());
      return kind.get() == ListKind.SITEMAP_INDEX
          ? children(Entry.newest(entries, MOST_SITEMAPS))
          : CompletableFuture.completedFuture(list(entries, List.of(), answer.validators()));
    } catch (FetchException | BrokenListException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private String text(Answer answer) throws FetchException {
    return XmlText.decode(answer.unzipped(maxBytes), answer.header("content-type"));
  }

  private List<Entry> entries(ListKind kind, String text, URI address) throws BrokenListException {
    ListSize.check(kind, text);
    // One at a time: several hostile ones at once would not fit into memory.
    synchronized (feeds) {
      return kind == ListKind.FEED ? feeds.read(text, address) : SitemapReader.read(text, address);
    }
  }

  private static Listing page(URI url, Answer answer) throws BrokenListException {
    if (ListKind.isPromised(url, answer.header("content-type"))) {
      throw new BrokenListException(
          "expected a feed or sitemap, by its address or type; got neither");
    }
    Loaded page = Loaded.of(answer);
    Entry entry =
        new Entry(
            "", Digest.of(page.body()), Optional.empty(), Optional.empty(), Optional.of(page));
    return new Listing(List.of(entry), List.of(), answer.validators());
  }

  /** Sitemaps change while their index does not, so the index is to be sent again each time. */
  private CompletableFuture<Listing> children(List<Entry> sitemaps) {
    CompletableFuture<Listing> all =
        CompletableFuture.completedFuture(list(List.of(), List.of(), Validators.NONE));
    for (Entry sitemap : sitemaps) {
      all = all.thenCombine(child(sitemap.link().orElseThrow()), Listing::plus);
    }
    return all.thenApply(list -> list(list.entries(), list.problems(), list.validators()));
  }

  /** One broken sitemap does not keep the others from being read. */
  private CompletableFuture<Listing> child(URI url) {
    return fetcher
        .fetch(url, Validators.NONE)
        .thenApply(this::sitemap)
        .exceptionally(
            failure -> {
              boolean isPutOff = FetchException.in(failure).kind() == Kind.HELD;
              Listing.Problem problem =
                  new Listing.Problem(url.toString(), reason(failure), isPutOff);
              return list(List.of(), List.of(problem), Validators.NONE);
            });
  }

  private Listing sitemap(Answer answer) {
    try {
      String text = text(answer);
      if (!ListKind.of(text).equals(Optional.of(ListKind.SITEMAP))) {
        throw new BrokenListException("expected a sitemap");
      }
      List<Entry> entries = entries(ListKind.SITEMAP, text, answer.url());
      return list(entries, List.of(), Validators.NONE);
    } catch (FetchException | BrokenListException e) {
      throw new CompletionException(e);
    }
  }

  private Listing list(List<Entry> entries, List<Listing.Problem> problems, Validators known) {
    return new Listing(Entry.newest(entries, maxEntries), problems, known);
  }

  /** What failed, in one line, however futures wrapped it. */
  public static String reason(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof BrokenListException
        ? cause.getMessage()
        : FetchException.in(failure).getMessage();
  }
}
