// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import static io.postwatch.ingest.extract.text.DirectionMarks.MARKS;

import io.postwatch.ingest.extract.x.StatusLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds X's signatures in text: a dash, a display name in any script, the handle in round brackets,
 * a date.
 *
 * <p>Without its dash a signature is believed only right after a post's own link, on a line of its
 * own or after a sentence, before a date; without a date only as a candidate, since prose has such
 * names too, and only at the end of a line or between an em dash after a sentence, a tag or a link
 * and the next sentence. A date that cannot be leaves the day unknown: the words are still the
 * signature of a post, and to overlook it would give its text to the next.
 */
public final class SignatureFinder {
  /** More signatures than any article has; what follows the last is not read. */
  private static final int MAX_SIGNATURES = 20_000;

  /** X's limit is 15 today; some accounts from before have up to 20. */
  private static final String NAME = "\\w{1,20}+";

  private static final int MAX_HANDLE_LENGTH = 32;

  /** In UTF-16 units: X's fifty characters, most of them emoji. */
  private static final int NAME_REACH = 100;

  /** A bracket and three marks. */
  private static final int BEFORE_SIGN = 4;

  /** The second class: marks of direction, which X's older embeds put around handles. */
  private static final Pattern HANDLE =
      Pattern.compile(
          "(?:[(（][ "
              + MARKS
              + "]{0,3}+|(?<=\\s))[@＠]("
              + NAME
              + ")(?:[ "
              + MARKS
              + "]{0,3}+[)）]|(?=[,\\s]))");

  private static final Pattern END_OF_LINE =
      Pattern.compile(
          "["
              + MARKS
              + "]{0,3}+(?:[ \\t\\u00a0](?:on|via|auf|sur|en|su|no|op) (?:Twitter|X))?+[ \\t\\u00a0"
              + MARKS
              + "]{0,9}+(?:\\n|\\z)");

  private static final Pattern NO_FILLER = Pattern.compile("[\\p{L}\\p{N}]");

  private static final Pattern ADDRESS =
      Pattern.compile("\\]?+\\s{0,3}+[(<]?+(https?://[^\\s<>()\\]]{1,500}+)[)>]?+");

  private SignatureFinder() {}

  /**
   * All signatures in the order of the text, none overlapping.
   *
   * @param latest the latest believable time of a post
   */
  public static List<Signature> all(String text, Instant latest) {
    List<Signature> signatures = new ArrayList<>();
    Matcher handle = HANDLE.matcher(text).useTransparentBounds(true);
    int floor = 0;
    int from = 0;
    while (signatures.size() < MAX_SIGNATURES && findHandle(text, from, handle)) {
      Optional<Signature> signature = read(text, floor, handle, latest);
      if (signature.isPresent()) {
        signatures.add(signature.get());
        floor = signature.get().end();
      }
      from = handle.end();
    }
    return signatures;
  }

  /**
   * By its sign: the pattern alone takes longer than all else that is done to an article's text.
   */
  private static boolean findHandle(String text, int from, Matcher handle) {
    for (int sign = nextSign(text, from); sign >= 0; sign = nextSign(text, sign + 1)) {
      for (int start = Math.max(from, sign - BEFORE_SIGN); start <= sign; start++) {
        if (handle.region(start, text.length()).lookingAt()) {
          return true;
        }
      }
    }
    return false;
  }

  private static int nextSign(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '@' && text.charAt(at) != '＠') {
      at++;
    }
    return at < text.length() ? at : -1;
  }

  /**
   * The signature whose handle stands right before an index, where the page links its date there.
   *
   * @param latest the latest believable time of a post
   */
  public static Optional<Signature> before(String text, int index, Instant latest) {
    Matcher handle = HANDLE.matcher(text).region(Math.max(0, index - MAX_HANDLE_LENGTH), index);
    while (handle.find()) {
      if (isBracketed(handle) && text.substring(handle.end(), index).isBlank()) {
        SignatureName name = SignatureName.inMarkup(text, handle.start());
        return Optional.of(signed(name, handle, ShownDate.at(text, handle.end(), latest), text));
      }
    }
    return Optional.empty();
  }

  private static Optional<Signature> read(String text, int floor, Matcher handle, Instant latest) {
    if (!isBracketed(handle) && !isBare(handle)) {
      return Optional.empty();
    }
    Optional<ShownDate> date = ShownDate.at(text, handle.end(), latest);
    boolean closesLine = END_OF_LINE.matcher(text).region(handle.end(), text.length()).lookingAt();
    if (date.isPresent()) {
      return SignatureName.before(text, floor, handle.start(), true)
          .filter(name -> name.dashed() || dateFollows(text, handle.end()))
          .filter(name -> isBracketed(handle) || name.dashed() && name.author() != null)
          .map(name -> signed(name, handle, date, text));
    }
    return undatedName(text, floor, handle).map(name -> signed(name, handle, date, text));
  }

  private static Optional<SignatureName> undatedName(String text, int floor, Matcher handle) {
    if (!isBracketed(handle)) {
      return Optional.empty();
    }
    int start = handle.start();
    if (END_OF_LINE.matcher(text).region(handle.end(), text.length()).lookingAt()) {
      return SignatureName.before(text, floor, start, false);
    }
    if (!sentenceFollows(text, handle.end())) {
      return Optional.empty();
    }
    OptionalInt dash = Dash.lastClosing(text, Math.max(floor, start - NAME_REACH), start);
    return dash.isEmpty()
        ? Optional.empty()
        : SignatureName.before(text, dash.getAsInt(), start, false);
  }

  /** True where no "on" or the like comes first, as in prose and other platforms' signatures. */
  private static boolean dateFollows(String text, int index) {
    int end = Math.min(text.length(), index + MAX_HANDLE_LENGTH);
    Matcher first = NO_FILLER.matcher(text).region(index, end);
    return first.find() && !Character.isLowerCase(first.group().codePointAt(0));
  }

  /** True where the article goes on in the same line, as where a scraper joined all lines. */
  private static boolean sentenceFollows(String text, int index) {
    int at = index;
    while (at < text.length()
        && (text.charAt(at) == ' ' || DirectionMarks.is(text.charAt(at)))
        && at - index < MAX_HANDLE_LENGTH) {
      at++;
    }
    return at < text.length()
        && !Character.isDigit(text.charAt(at))
        && Sentences.canBeginAt(text, at);
  }

  private static boolean isBracketed(Matcher handle) {
    String written = handle.group();
    return "(（".indexOf(written.charAt(0)) >= 0
        && ")）".indexOf(written.charAt(written.length() - 1)) >= 0;
  }

  /** In prose too: only with a dash and a date such a handle is a signature's. */
  private static boolean isBare(Matcher handle) {
    return handle.group().length() == handle.group(1).length() + 1;
  }

  private static Signature signed(
      SignatureName name, Matcher handle, Optional<ShownDate> date, String text) {
    int end = date.map(ShownDate::end).orElse(handle.end());
    Matcher address = ADDRESS.matcher(text).region(end, text.length());
    Optional<StatusLink> link =
        address.lookingAt()
            ? StatusLink.parse(address.group(1)).filter(l -> l.isOf(handle.group(1)))
            : Optional.empty();
    return new Signature(
        "x",
        name.start(),
        link.isPresent() ? address.end() : end,
        name.author(),
        handle.group(1),
        date.isPresent(),
        date.flatMap(ShownDate::day),
        link);
  }
}
