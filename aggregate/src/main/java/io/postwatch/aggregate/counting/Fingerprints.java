// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Identities of any length in few bytes: the beginning of SHA-256, so that only much work makes two
 * alike on purpose. 16 bytes for posts, on whose identity all else hangs; 8 for what is counted
 * within one window, of which a million are all different with a probability of 1 - 3e-8. For one
 * thread: it reuses its digest.
 */
public final class Fingerprints {
  public static final int LENGTH = 16;

  private final MessageDigest digest;

  public Fingerprints() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public PostId post(String postKey) {
    return PostId.of(of(postKey));
  }

  public long article(String key) {
    return ByteBuffer.wrap(of(key)).getLong();
  }

  public OptionalLong outlet(String name) {
    return known(name, "");
  }

  /** Of a name in any case of letters, within a realm of names; empty for none or a blank one. */
  OptionalLong known(String name, String realm) {
    return name == null || name.isBlank()
        ? OptionalLong.empty()
        : OptionalLong.of(
            ByteBuffer.wrap(of(realm + '\n' + name.strip().toLowerCase(Locale.ROOT))).getLong());
  }

  private byte[] of(String identity) {
    return digest.digest(identity.getBytes(StandardCharsets.UTF_8));
  }
}
