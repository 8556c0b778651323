// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.containers;

import static org.awaitility.Awaitility.await;

import io.postwatch.standalone.Newsroom;
import io.postwatch.standalone.Newsroom.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes articles into a directory at a steady pace, so that posts flow while things happen. */
final class Press implements AutoCloseable {
  private static final int POSTS_AN_ARTICLE = 10;
  private static final int ARTICLES_A_SECOND = 50;
  private static final int DAYS = 3;
  private static final Instant FIRST_DAY = Instant.parse("2025-03-01T00:00:00Z");
  private static final String[] NEWS = {
    "Huge protest in Kenya today", "Dock workers on strike in Chile", "Flood in Bangladesh"
  };

  private final Random random = new Random(20_260_101);
  private final AtomicInteger written = new AtomicInteger();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> work;
  private final Path directory;
  private final Path draft;
  private final int articles;

  /**
   * Starts to write.
   *
   * @param articles how many; each has ten posts, one in ten of them in another article too
   */
  Press(Path directory, int articles) {
    this.directory = directory;
    this.draft = directory.resolveSibling("draft.html");
    this.articles = articles;
    this.work =
        clock.scheduleAtFixedRate(
            this::write, 0, 1_000_000 / ARTICLES_A_SECOND, TimeUnit.MICROSECONDS);
  }

  private void write() {
    int article = written.get();
    if (article == articles) {
      return;
    }
    Post[] posts = new Post[POSTS_AN_ARTICLE];
    for (int i = 0; i < POSTS_AN_ARTICLE; i++) {
      posts[i] = post(article * POSTS_AN_ARTICLE + i);
    }
    if (article > 0) {
      posts[0] = post(random.nextInt(article * POSTS_AN_ARTICLE));
    }
    try {
      Newsroom.article(draft, "https://news" + article % 20 + ".example/" + article, posts);
      // A reader that comes at this moment must not find half of it.
      Files.move(draft, directory.resolve(article + ".html"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    written.incrementAndGet();
  }

  private static Post post(int number) {
    return Post.at(
        FIRST_DAY.plus(Duration.ofDays(number % DAYS)).plusSeconds(number),
        number,
        "reporter" + number % 200,
        NEWS[number % NEWS.length] + ", street " + number);
  }

  void awaitArticles(int count) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              // Work that is scheduled for ever is done only when it has failed.
              if (work.isDone()) {
                work.get();
              }
              return written.get() >= count;
            });
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
