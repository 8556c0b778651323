// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import java.util.List;

/** A topics file that cannot be used; the message is one line: what, where, what was expected. */
public final class TopicsFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  /**
   * Something in a file that cannot be used.
   *
   * @param what one line: what is wrong, and what was expected
   */
  public record Mistake(FilePosition at, String what) {
    @Override
    public String toString() {
      return at + ": " + what;
    }
  }

  TopicsFileException(FilePosition at, String what) {
    this(List.of(new Mistake(at, what)));
  }

  /**
   * As many mistakes as were found.
   *
   * @param mistakes at least one, in the file's order
   */
  TopicsFileException(List<Mistake> mistakes) {
    super(message(mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  private static String message(List<Mistake> mistakes) {
    int others = mistakes.size() - 1;
    return mistakes.get(0)
        + (others == 0 ? "" : "; and " + others + " more mistake" + (others == 1 ? "" : "s"));
  }

  /** All that were found, in the file's order. */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
