// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

/** Keeps what is copied into a published count short, so that no record outgrows the broker. */
public final class Brief {
  private Brief() {}

  /** The text, cut after {@code most} UTF-16 units, never inside a character; null stays null. */
  public static String text(String text, int most) {
    if (text == null || text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }

  /** The address, or null when it is longer than {@code most}: half an address leads nowhere. */
  public static String address(String address, int most) {
    return address == null || address.length() > most ? null : address;
  }
}
