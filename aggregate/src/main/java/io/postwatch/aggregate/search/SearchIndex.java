// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the newest things of which something is so. It holds what the stores of this instance's
 * tasks hold: each task fills it when it starts, and takes its things along when it goes. So
 * nothing in it need outlive the process.
 *
 * <p>A thread of its own does the work, in the order in which it is told; what it is told can be
 * found about a second later ({@link Searchers}). Where it falls far behind, those who tell it
 * wait.
 */
public final class SearchIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

  /** Some megabytes of things that wait to be taken in. */
  private static final int MOST_WAITING = 8_192;

  private static final long PATIENCE_MILLIS = 100;
  private static final double BUFFER_MEGABYTES = 16;

  /** Changes after which it is seen whether there is too much. */
  private static final int LOOK_AFTER = 1_000;

  private final Path path;
  private final Directory directory;
  private final IndexWriter writer;
  private final Searchers searchers;
  private final Newest newest;
  private final BlockingQueue<Change> changes = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread;

  /** Set once the files cannot be written any more. */
  private volatile Exception failure;

  private volatile boolean isClosed;
  private int changed;

  private SearchIndex(String name, Path path, String age, int most) throws IOException {
    this.path = path;
    directory = FSDirectory.open(path);
    writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(Words.ofTexts())
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergeScheduler(new SerialMergeScheduler())
                .setCommitOnClose(false));
    searchers = new Searchers(writer);
    newest = new Newest(age, most);
    thread = new Thread(this::run, "search-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Opens an empty index.
   *
   * @param name of what is found
   * @param scratch where its files are made, which are deleted in the end; empty: the system's
   *     directory for them
   * @param age the field that says how new a thing is
   * @param most how many things are kept, the newest
   */
  public static SearchIndex open(String name, Optional<Path> scratch, String age, int most)
      throws IOException {
    return new SearchIndex(name, Scratch.make(scratch), age, most);
  }

  private interface Change {
    void apply() throws IOException;
  }

  /** Puts a task's thing in place of what has the same id. */
  public void put(int task, String id, Supplier<Document> thing) {
    tell(() -> writer.updateDocument(Identity.term(id), Identity.of(task, id, thing.get())));
  }

  public void remove(String id) {
    tell(() -> writer.deleteDocuments(Identity.term(id)));
  }

  /** Removes all that a task has put. */
  public void drop(int task) {
    tell(() -> writer.deleteDocuments(Identity.task(task)));
  }

  private void tell(Change change) {
    try {
      while (failure == null && !isClosed) {
        if (changes.offer(change, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!isClosed) {
        Change change = changes.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (change != null) {
          apply(change);
          searchers.written();
          changed++;
        }
        if (changed >= LOOK_AFTER) {
          changed = 0;
          dropOldest();
        }
        searchers.turn();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      failure = e;
      changes.clear();
      LOG.error("the search index in {} cannot be kept: nothing is found until a restart", path, e);
    }
  }

  private void apply(Change change) throws IOException {
    try {
      change.apply();
    } catch (IllegalArgumentException e) {
      LOG.warn("something cannot be found by search: {}", e.getMessage());
    }
  }

  private void dropOldest() throws IOException {
    if (newest.isExceededBy(writer.getDocStats().numDocs)) {
      searchers.refresh();
      Optional<Query> old = searchers.withLatest(newest::others);
      if (old.isPresent()) {
        writer.deleteDocuments(old.get());
      }
    }
  }

  /** Waits until all that was told before can be found. */
  public void await() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    tell(
        () -> {
          dropOldest();
          searchers.refresh();
          done.complete(null);
        });
    done.orTimeout(1, TimeUnit.MINUTES).join();
  }

  /**
   * The newest things by a field, those of the same value in an order of their own.
   *
   * @param by a field that has numbers
   * @param after those that come after this one only; empty: all
   * @throws SearchException while it does not work
   */
  public List<Hit> newest(Query query, String by, Optional<Hit.Place> after, int most) {
    if (failure != null || isClosed) {
      throw new SearchException("the search index does not work; see the log", failure);
    }
    Sort sort =
        new Sort(
            new SortField(by, SortField.Type.LONG, true),
            new SortField(Identity.TIE, SortField.Type.LONG));
    try {
      return searchers.search(
          searcher -> {
            FieldDoc from = after.map(place -> after(place, searcher)).orElse(null);
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.searchAfter(from, query, most, sort).scoreDocs) {
              hits.add(Identity.hit(searcher, (FieldDoc) found));
            }
            return hits;
          });
    } catch (IOException e) {
      throw new SearchException("the search index cannot be read", e);
    }
  }

  // A document of the same place has been given already, whichever it is.
  private static FieldDoc after(Hit.Place place, IndexSearcher searcher) {
    int last = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
    return new FieldDoc(last, 0, new Object[] {place.value(), place.tie()});
  }

  /** Deletes it; a second call waits for the first, and does nothing. */
  @Override
  public synchronized void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try {
      thread.join();
      searchers.close();
      writer.rollback();
      directory.close();
      Scratch.delete(path);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("the search index in {} is left behind: {}", path, e.getMessage());
    }
  }
}
