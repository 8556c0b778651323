// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

/** What libraries say went wrong, as one short line. */
public final class OneLine {
  private static final int MAX_LENGTH = 200;

  private OneLine() {}

  public static String of(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = message.replaceAll("[\\p{Cntrl}\\s]++", " ").strip();
    return line.substring(0, Math.min(line.length(), MAX_LENGTH));
  }
}
