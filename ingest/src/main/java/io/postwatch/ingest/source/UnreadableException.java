// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

/** An input, or what of it follows a place, cannot be read; the message says why, without both. */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String place;

  /** Nothing of the input, or of the part of it that is being read, can be read. */
  public UnreadableException(String reason) {
    this("", reason);
  }

  /**
   * What stands before the place was read.
   *
   * @param place where in the input, e.g. {@code record 17 at byte 4096}
   */
  public UnreadableException(String place, String reason) {
    super(reason);
    this.place = place;
  }

  /** Where in the input; empty where the message is about all that was to be read. */
  public String place() {
    return place;
  }
}
