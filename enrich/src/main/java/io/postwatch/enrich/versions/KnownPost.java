// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.versions;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is remembered of a post.
 *
 * @param isDeleted whether it is gone, for good
 * @param editedAt when the newest version that was read was written; null for the first
 * @param topics what that version reports; none of a deleted post
 */
public record KnownPost(boolean isDeleted, Instant editedAt, SortedSet<String> topics) {
  /** Of the bytes below; other versions of them would be read beside it. */
  private static final byte FORMAT = 1;

  private static final byte DELETED = 1;
  private static final byte EDITED = 2;

  /** A post that stands. */
  static KnownPost standing(Instant editedAt, Collection<String> topics) {
    return new KnownPost(false, editedAt, new TreeSet<>(topics));
  }

  /** This post, gone. */
  KnownPost deleted() {
    return new KnownPost(true, editedAt, new TreeSet<>());
  }

  /** This version, which reports more topics than was read from it before. */
  KnownPost with(Collection<String> more) {
    KnownPost wider = standing(editedAt, topics);
    wider.topics.addAll(more);
    return wider;
  }

  /** Its form in the store: format, what it is, when it was edited, and a line for each topic. */
  public byte[] bytes() {
    byte[] lines = String.join("\n", topics).getBytes(StandardCharsets.UTF_8);
    int kind = (isDeleted ? DELETED : 0) | (editedAt == null ? 0 : EDITED);
    return ByteBuffer.allocate(2 + Long.BYTES + lines.length)
        .put(FORMAT)
        .put((byte) kind)
        .putLong(editedAt == null ? 0 : editedAt.toEpochMilli())
        .put(lines)
        .array();
  }

  /**
   * The post of these bytes.
   *
   * @throws IllegalStateException when a later release wrote them
   */
  public static KnownPost of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte format = buffer.get();
    if (format != FORMAT) {
      throw new IllegalStateException("a known post of unknown format " + format);
    }
    byte kind = buffer.get();
    long editedAt = buffer.getLong();
    String lines = StandardCharsets.UTF_8.decode(buffer).toString();
    return new KnownPost(
        (kind & DELETED) != 0,
        (kind & EDITED) == 0 ? null : Instant.ofEpochMilli(editedAt),
        new TreeSet<>(lines.isEmpty() ? List.of() : List.of(lines.split("\n"))));
  }
}
