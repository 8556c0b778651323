// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import io.postwatch.schema.Evidence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A few of many posts, each post as likely as any other: those of the lowest ranks, where ranks are
 * hashes of the posts. So the sample is the same in whatever order and parts they came.
 */
final class PostSample {
  static final int POSTS = 5;

  private record Ranked(long rank, byte[] evidence) {}

  /** In order of rank. */
  private final List<Ranked> posts = new ArrayList<>(POSTS);

  void add(long rank, Evidence evidence) {
    if (mayTake(rank)) {
      take(new Ranked(rank, bytes(evidence)));
    }
  }

  void addAll(PostSample others) {
    for (Ranked other : others.posts) {
      if (mayTake(other.rank())) {
        take(other);
      }
    }
  }

  private boolean mayTake(long rank) {
    return (posts.size() < POSTS || rank < posts.get(POSTS - 1).rank())
        && posts.stream().noneMatch(post -> post.rank() == rank);
  }

  private void take(Ranked post) {
    posts.add(post);
    posts.sort(Comparator.comparingLong(Ranked::rank));
    if (posts.size() > POSTS) {
      posts.remove(POSTS);
    }
  }

  List<Evidence> evidence() {
    return posts.stream().map(post -> evidence(post.evidence())).toList();
  }

  int bytes() {
    return 1 + posts.stream().mapToInt(p -> Long.BYTES + Integer.BYTES + p.evidence().length).sum();
  }

  void write(ByteBuffer out) {
    out.put((byte) posts.size());
    for (Ranked post : posts) {
      out.putLong(post.rank()).putInt(post.evidence().length).put(post.evidence());
    }
  }

  void read(ByteBuffer in) {
    for (int left = in.get(); left > 0; left--) {
      long rank = in.getLong();
      byte[] evidence = new byte[in.getInt()];
      in.get(evidence);
      posts.add(new Ranked(rank, evidence));
    }
  }

  private static byte[] bytes(Evidence evidence) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeUTF(evidence.getPostKey());
      out.writeUTF(evidence.getText());
      write(out, evidence.getHandle());
      write(out, evidence.getUrl());
      write(out, evidence.getArticleUrl());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Evidence evidence(byte[] bytes) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    try {
      String postKey = in.readUTF();
      String text = in.readUTF();
      return new Evidence(postKey, read(in), read(in), read(in), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static String read(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }
}
