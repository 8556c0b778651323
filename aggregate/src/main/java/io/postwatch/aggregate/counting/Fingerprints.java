// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Identities of any length in 16 bytes: the first half of SHA-256, which nobody can make collide on
 * purpose. For one thread: it reuses its digest.
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

  public byte[] of(String identity) {
    return Arrays.copyOf(digest.digest(identity.getBytes(StandardCharsets.UTF_8)), LENGTH);
  }
}
