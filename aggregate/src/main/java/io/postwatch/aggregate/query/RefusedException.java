// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

/** A question that is not answered, for a reason that lies in the question. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** It asks for more than an answer holds. */
    TOO_MUCH,
    /** It asks for what nobody knows. */
    UNKNOWN
  }

  private final Reason reason;

  private RefusedException(Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  /**
   * @param detail one sentence for who asked
   */
  public static RefusedException tooMuch(String detail) {
    return new RefusedException(Reason.TOO_MUCH, detail);
  }

  /**
   * @param detail one sentence for who asked
   */
  public static RefusedException unknown(String detail) {
    return new RefusedException(Reason.UNKNOWN, detail);
  }

  public Reason reason() {
    return reason;
  }
}
