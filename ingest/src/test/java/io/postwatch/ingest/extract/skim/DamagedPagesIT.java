// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.postwatch.ingest.extract.ContentDecoder;
import io.postwatch.ingest.extract.Document;
import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.ingest.extract.UnreadableContentException;
import io.postwatch.schema.EmbeddedPost;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two hundred thousand pages with every shape of embed, each damaged in its own way. */
class DamagedPagesIT {
  private static final int PAGES = 200_000;
  private static final Instant SEEN = Instant.parse("2026-11-22T10:00:00Z");

  /** Generous for a busy machine: the slowest takes some 20 ms on a free one. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** Of 80,000 posts: 21 when this was written, whose tags or ids are broken from within. */
  private static final int MAX_MISSED = 25;

  private final AtomicInteger missed = new AtomicInteger();
  private final AtomicLong longestNanos = new AtomicLong();
  private final PageSkim skim = new PageSkim();
  private final PostExtractor extractor = new PostExtractor();
  private final List<String> markup = List.copyOf(Embeds.MARKUP.values());

  @Test
  void noDamageBreaksOrStallsTheReadingOrHidesAPostFromTheSkim() {
    long found = IntStream.range(0, PAGES).parallel().mapToLong(this::read).sum();

    assertThat(Duration.ofNanos(longestNanos.get())).isLessThan(LIMIT);
    assertThat(found).isGreaterThan(PAGES / 3);
    assertThat(missed.get()).isLessThanOrEqualTo(MAX_MISSED);
  }

  private long read(int seed) {
    String whole = Embeds.page(markup.get(seed % markup.size()));
    byte[] page = Damage.of(seed).to(whole.getBytes(StandardCharsets.UTF_8));
    long start = System.nanoTime();
    int found = posts(page, seed);
    longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
    return found;
  }

  private int posts(byte[] page, int seed) {
    try {
      String content = ContentDecoder.decode(page, Optional.empty());
      List<EmbeddedPost> posts =
          extractor.extract(new Document("-", Optional.empty(), content), SEEN);
      if (!posts.isEmpty() && !skim.mayEmbed(page, Optional.empty())) {
        missed.incrementAndGet();
      }
      return posts.size();
    } catch (UnreadableContentException refused) {
      assertThat(refused).hasMessageContaining("expected");
      return 0;
    } catch (RuntimeException e) {
      return fail("seed " + seed, e);
    }
  }
}
