// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds signatures in plain text: a dash, a display name in any script, the handle in round
 * brackets, a date.
 *
 * <p>Without its dash a signature is believed only right after a post's own link; without a date
 * only at the end of a line. A date that cannot be leaves the day unknown: the words are still the
 * signature of a post.
 */
public final class SignatureFinder {
  /** More signatures than any article has; what follows the last is not read. */
  private static final int MAX_SIGNATURES = 20_000;

  /** X's limit is 15 today; some accounts from before have up to 20. */
  private static final int MAX_HANDLE_LENGTH = 30;

  private static final Pattern HANDLE = Pattern.compile("[(（] {0,2}+[@＠](\\w{1,20}+) {0,2}+[)）]");

  private static final Pattern END_OF_LINE = Pattern.compile("[ \\t\\u00a0.]{0,9}+(?:\\R|\\z)");

  private SignatureFinder() {}

  /**
   * All signatures in the order of the text, none overlapping.
   *
   * @param latest the latest believable time of a post
   */
  public static List<Signature> all(String text, Instant latest) {
    List<Signature> signatures = new ArrayList<>();
    Matcher handle = HANDLE.matcher(text);
    int floor = 0;
    while (signatures.size() < MAX_SIGNATURES && handle.find()) {
      Optional<Signature> signature = read(text, floor, handle, latest);
      if (signature.isPresent()) {
        signatures.add(signature.get());
        floor = signature.get().end();
      }
    }
    return signatures;
  }

  /**
   * The signature whose handle stands right before an index, where the page links its date there.
   *
   * @param latest the latest believable time of a post
   */
  public static Optional<Signature> before(String text, int index, Instant latest) {
    Matcher handle = HANDLE.matcher(text).region(Math.max(0, index - MAX_HANDLE_LENGTH), index);
    while (handle.find()) {
      if (text.substring(handle.end(), index).isBlank()) {
        return Optional.of(
            signed(SignatureName.inMarkup(text, handle.start()), handle, text, latest));
      }
    }
    return Optional.empty();
  }

  private static Optional<Signature> read(String text, int floor, Matcher handle, Instant latest) {
    boolean dated = ShownDate.at(text, handle.end(), latest).isPresent();
    boolean closesLine = END_OF_LINE.matcher(text).region(handle.end(), text.length()).lookingAt();
    return SignatureName.before(text, floor, handle.start())
        .filter(name -> dated || (name.dashed() && closesLine))
        .map(name -> signed(name, handle, text, latest));
  }

  private static Signature signed(SignatureName name, Matcher handle, String text, Instant latest) {
    Optional<ShownDate> date = ShownDate.at(text, handle.end(), latest);
    return new Signature(
        name.start(),
        date.map(ShownDate::end).orElse(handle.end()),
        name.author(),
        handle.group(1),
        date.flatMap(ShownDate::day));
  }
}
