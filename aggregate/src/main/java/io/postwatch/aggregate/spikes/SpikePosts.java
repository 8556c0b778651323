// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import io.postwatch.schema.Evidence;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What is known of the new posts of an interval or of a spike: how many, from how many accounts and
 * outlets, and a sample.
 */
public final class SpikePosts {
  /** More accounts are not told apart. */
  public static final int MOST_AUTHORS = 64;

  /** More outlets are not told apart. */
  public static final int MOST_OUTLETS = 16;

  private static final byte FORM = 1;

  private long number;
  private final FewDistinct authors = new FewDistinct(MOST_AUTHORS);
  private final FewDistinct directAuthors = new FewDistinct(MOST_AUTHORS);
  private final FewDistinct outlets = new FewDistinct(MOST_OUTLETS);
  private final PostSample sample = new PostSample();

  /** Adds a post that has not been added before. */
  public void add(NewPost post) {
    number++;
    if (post.author().isPresent()) {
      authors.add(post.author().getAsLong());
      if (post.outlet().isEmpty()) {
        directAuthors.add(post.author().getAsLong());
      }
    }
    post.outlet().ifPresent(outlets::add);
    sample.add(post.id().high(), post.evidence());
  }

  void addAll(SpikePosts others) {
    number += others.number;
    authors.addAll(others.authors);
    directAuthors.addAll(others.directAuthors);
    outlets.addAll(others.outlets);
    sample.addAll(others.sample);
  }

  public boolean isEmpty() {
    return number == 0;
  }

  public long number() {
    return number;
  }

  public int authors() {
    return authors.size();
  }

  /** Authors of posts that came straight from a platform, not in an outlet's article. */
  int directAuthors() {
    return directAuthors.size();
  }

  public int outlets() {
    return outlets.size();
  }

  public List<Evidence> evidence() {
    return sample.evidence();
  }

  public byte[] toBytes() {
    ByteBuffer out = ByteBuffer.allocate(bytes());
    write(out);
    return out.array();
  }

  int bytes() {
    return 1
        + Long.BYTES
        + authors.bytes()
        + directAuthors.bytes()
        + outlets.bytes()
        + sample.bytes();
  }

  void write(ByteBuffer out) {
    out.put(FORM).putLong(number);
    authors.write(out);
    directAuthors.write(out);
    outlets.write(out);
    sample.write(out);
  }

  /** Reads what {@link #toBytes()} wrote, and no further. */
  public static SpikePosts read(ByteBuffer in) {
    byte form = in.get();
    if (form != FORM) {
      throw new IllegalArgumentException("posts of form " + form + ": expected form " + FORM);
    }
    SpikePosts posts = new SpikePosts();
    posts.number = in.getLong();
    posts.authors.read(in);
    posts.directAuthors.read(in);
    posts.outlets.read(in);
    posts.sample.read(in);
    return posts;
  }
}
