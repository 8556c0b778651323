// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.versions;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is remembered of a post.
 *
 * @param isDeleted whether it is gone, for good
 * @param editedAt when the newest version that was read was written; null for the first
 * @param account who alone can edit and delete it; null where that is not known
 * @param topics what that version reports; none of a deleted post
 */
public record KnownPost(
    boolean isDeleted, Instant editedAt, String account, SortedSet<String> topics) {
  /** Of the bytes below; other versions of them would be read beside it. */
  private static final byte FORMAT = 1;

  private static final byte DELETED = 1;
  private static final byte EDITED = 2;

  /** A post that stands. */
  static KnownPost standing(Instant editedAt, String account, Collection<String> topics) {
    return new KnownPost(false, editedAt, account, new TreeSet<>(topics));
  }

  /** This post, gone. */
  KnownPost deleted() {
    return new KnownPost(true, editedAt, account, new TreeSet<>());
  }

  /** This version, which reports more topics than was read from it before. */
  KnownPost with(String shownAccount, Collection<String> more) {
    KnownPost wider = standing(editedAt, accountOr(shownAccount), topics);
    wider.topics.addAll(more);
    return wider;
  }

  /** Whose it is; the account that a sighting shows where that was not known. */
  String accountOr(String shownAccount) {
    return account == null ? shownAccount : account;
  }

  /** Whether another account than this is known to be its author's. */
  boolean isOfAnother(String shownAccount) {
    return account != null && shownAccount != null && !account.equals(shownAccount);
  }

  /** Its form in the store: format, kind, when it was edited; a line each of account and topics. */
  public byte[] bytes() {
    List<String> texts = new ArrayList<>(topics);
    texts.add(0, account == null ? "" : account);
    byte[] lines = String.join("\n", texts).getBytes(StandardCharsets.UTF_8);
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
    List<String> lines = List.of(StandardCharsets.UTF_8.decode(buffer).toString().split("\n"));
    return new KnownPost(
        (kind & DELETED) != 0,
        (kind & EDITED) == 0 ? null : Instant.ofEpochMilli(editedAt),
        lines.get(0).isEmpty() ? null : lines.get(0),
        new TreeSet<>(lines.subList(1, lines.size())));
  }
}
