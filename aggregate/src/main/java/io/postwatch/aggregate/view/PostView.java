// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.aggregate.counting.Fingerprints;
import io.postwatch.aggregate.search.SearchIndex;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.EnrichedPost;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;

/** Keeps what is shown of posts, and where they were seen. */
final class PostView implements Processor<String, EnrichedPost, Void, Void> {
  private static final int LONGEST_KEY = 512;

  private final ViewRules rules;
  private final KnownPostCodec codec;
  private final SearchIndex index;
  private final Fingerprints fingerprints = new Fingerprints();

  // Set by init, which Kafka Streams calls again on the same object when it revives a task.
  private ProcessorContext<Void, Void> context;
  private Remembered remembered;
  private int task;

  PostView(ViewRules rules, KnownPostCodec codec, SearchIndex index) {
    this.rules = rules;
    this.codec = codec;
    this.index = index;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.context = context;
    task = context.taskId().partition();
    WindowStore<Bytes, byte[]> store = context.getStateStore(ViewStores.POSTS);
    remembered = new Remembered(store, rules.remember());
    index.drop(task);
    new NewestSeen(store, KnownPostCodec::lastSeen)
        .forEach(rules.searchPosts(), bytes -> show(codec.read(bytes)));
  }

  /** Takes a sighting in; one that nobody could have made is passed over, as it is not counted. */
  @Override
  public void process(Record<String, EnrichedPost> record) {
    EnrichedPost seen = record.value();
    if (seen == null || seen.getPost().getPostKey().length() > LONGEST_KEY) {
      return;
    }
    EmbeddedPost post = seen.getPost();
    // An arrival from the future would make the store forget all that is older.
    long now =
        Math.max(0, Math.min(post.getIngestedAt().toEpochMilli(), context.currentSystemTimeMs()));
    Bytes key = key(post.getPostKey());
    Optional<Remembered.Memory> memory = remembered.get(key, now);
    ShownIn shown =
        ShownIn.of(post.getArticle(), fingerprints.article(post.getArticle().getKey()), now);
    KnownPost before = memory.map(found -> codec.read(found.bytes())).orElse(null);
    KnownPost after = before == null ? KnownPost.of(seen, shown) : before.after(seen, shown);
    if (after != before) {
      remembered.put(key, codec.bytes(after), memory, now);
      show(after);
    }
  }

  private void show(KnownPost known) {
    String id = known.post().getPost().getPostKey();
    if (known.isDeleted()) {
      index.remove(id);
    } else {
      index.put(task, id, () -> PostDocument.of(known));
    }
  }

  @Override
  public void close() {
    index.drop(task);
  }

  static Bytes key(String postKey) {
    return Bytes.wrap(postKey.getBytes(StandardCharsets.UTF_8));
  }
}
