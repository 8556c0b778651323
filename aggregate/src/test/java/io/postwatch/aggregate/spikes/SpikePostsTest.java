// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.counting.Fingerprints;
import io.postwatch.schema.Evidence;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpikePostsTest {
  private final Fingerprints fingerprints = new Fingerprints();

  @Test
  void accountsAndOutletsAreToldApartUpToABound() {
    SpikePosts posts = new SpikePosts();
    for (int i = 0; i < 1_000; i++) {
      posts.add(post(i, i % 900, i % 300));
    }

    assertThat(posts.number()).isEqualTo(1_000);
    assertThat(posts.authors()).isEqualTo(SpikePosts.MOST_AUTHORS);
    assertThat(posts.outlets()).isEqualTo(SpikePosts.MOST_OUTLETS);
    assertThat(posts.directAuthors()).isZero();
  }

  @Test
  void theSampleIsTheSameInWhateverOrderAndPartsThePostsCame() {
    List<NewPost> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(post(i, i, i % 3));
    }
    SpikePosts inOrder = new SpikePosts();
    all.forEach(inOrder::add);
    Collections.shuffle(all, new Random(1));
    SpikePosts first = new SpikePosts();
    SpikePosts second = new SpikePosts();
    all.subList(0, 90).forEach(first::add);
    all.subList(90, 200).forEach(second::add);
    first.addAll(second);

    assertThat(first.evidence()).hasSize(5).isEqualTo(inOrder.evidence());
  }

  @Test
  void theSampleIsOfThePostsFromBeginningToEnd() {
    Set<Integer> quarters = new HashSet<>();
    for (int round = 0; round < 20; round++) {
      SpikePosts posts = new SpikePosts();
      for (int i = 0; i < 200; i++) {
        posts.add(post(1_000 * round + i, i, 0));
      }
      posts.evidence().stream()
          .map(evidence -> Integer.parseInt(evidence.getPostKey().substring(2)) % 1_000 / 50)
          .forEach(quarters::add);
    }

    assertThat(quarters).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    SpikePosts posts = new SpikePosts();
    posts.add(post(1, 1, 1));
    posts.add(
        new NewPost(
            fingerprints.post("x:2"),
            OptionalLong.of(2),
            OptionalLong.empty(),
            new Evidence("x:2", null, null, null, "наводнение")));
    SpikePosts read = SpikePosts.read(ByteBuffer.wrap(posts.toBytes()));

    assertThat(read.toBytes()).isEqualTo(posts.toBytes());
    assertThat(read.evidence()).isEqualTo(posts.evidence()).hasSize(2);
    assertThat(read.directAuthors()).isOne();
  }

  private NewPost post(int number, int author, int outlet) {
    String key = "x:" + number;
    return new NewPost(
        fingerprints.post(key),
        OptionalLong.of(author),
        OptionalLong.of(outlet),
        new Evidence(key, "author", "https://x.example/" + number, null, "crowds march"));
  }
}
