// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as the signature of an embedded post writes it, in the languages of X's embeds.
 *
 * @param end index after it in the text it was read from
 * @param day the day; empty where it is none that a post can have: February 30, before X began,
 *     after the latest believable time, or 1/8/2022, which half the world reads as August 1
 */
public record ShownDate(int end, Optional<LocalDate> day) {
  /** The first post on X was written on that day. */
  private static final LocalDate FIRST_POST = LocalDate.of(2006, 3, 21);

  /** Years from here on are those of the Thai calendar: 2006 was 2549. */
  private static final int BUDDHIST = 2549;

  /** More than the longest date in any of the languages, with its time of day. */
  private static final int MAX_LENGTH = 100;

  /** What may stand between a signature's handle and its date, e.g. a bracket of Markdown. */
  private static final Pattern FILLER =
      Pattern.compile(
          "[ \\t\\u00a0\\u202f\\n\\r,·•|\\[{(–—"
              + DirectionMarks.MARKS
              + "-]{0,12}+"
              + "(?:(?:on|via) (?:Twitter|X)[ ,·•|–—-]{1,4}+)?+"
              + "(?:(?:on|at|am|le|el|il|em|op|den|dnia)\\s)?+");

  private static final Pattern TIME_OF_DAY =
      Pattern.compile(
          "\\p{Nd}{1,2}[:.h]\\p{Nd}{2}(?::\\p{Nd}{2})?+[ \\u00a0\\u202f]?+"
              + "(?:[AaPp]\\.?[Mm]\\.?)?+(?!\\p{Nd}|\\.\\p{Nd})");

  /** As in {@code at 3:15pm PST}. */
  private static final Pattern TIME_AFTER =
      Pattern.compile(
          "[,]?+\\s{1,2}+(?:(?:at|um|à|a las?|alle(?: ore)?|às|om|kl\\.?|·|-)\\s{1,2}+)?+"
              + TIME_OF_DAY.pattern()
              + "(?:\\s?Uhr)?+(?:\\s\\(?+[A-Z]{3,4}\\b\\)?+)?+");

  private static final Pattern WEEKDAY = Pattern.compile("([\\p{L}\\p{M}]{2,14}+)\\.?+,?+ {0,2}+");

  /** With the underscores by which some tools underline the words of links. */
  private static final String GAP = "[ _.,،\\u00a0\\u202f\\n]{0,4}+";

  private static final String OF = "(?:(?:de[ln]?|of)[\\s_]|d['’]|ב)?+";
  private static final String DAY = "(?<day>\\p{Nd}{1,2})(?:st|nd|rd|th|er|º|ª)?+";
  private static final String NAME = "(?<name>[\\p{L}\\p{M}]{2,20}+)[.׳'॰]?+";
  private static final String NUMBER = "(?<number>\\p{Nd}{1,2})";
  private static final String YEAR = "(?<year>\\p{Nd}{4})";

  private static final List<Pattern> NAMED =
      List.of(
          form(DAY + GAP + OF + NAME + GAP + OF + YEAR + "(?:\\s?+(?:г|р)\\.)?+"),
          form(NAME + GAP + DAY + GAP + OF + YEAR),
          form(YEAR + GAP + NAME + GAP + DAY + "\\.?+"));

  private static final List<Pattern> NUMBERED =
      List.of(
          form(YEAR + "[-/.年년]\\s?" + NUMBER + "[-/.月월]\\s?" + DAY + "[日일]?"),
          form(DAY + " (?:tháng|thg) " + NUMBER + ",? " + YEAR),
          form(DAY + "\\. ?" + NUMBER + "\\. ?" + YEAR));

  private static final Pattern SLASHED =
      form("(?<first>\\p{Nd}{1,2})[/-](?<second>\\p{Nd}{1,2})[/-]" + YEAR);

  private static Pattern form(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Reads the date that follows the index, after a time of day if any; empty where none does. */
  public static Optional<ShownDate> at(String text, int index, Instant latest) {
    int end = Math.min(text.length(), index + MAX_LENGTH);
    if (!hasDigit(text, index, end)) {
      return Optional.empty();
    }
    int start = after(FILLER, text, index, end);
    int afterTime = after(TIME_OF_DAY, text, start, end);
    if (afterTime > start) {
      start = after(FILLER, text, afterTime, end);
    }
    Optional<ShownDate> date = read(text, start, end, latest);
    return (date.isPresent() ? date : read(text, afterWeekday(text, start, end), end, latest))
        .map(shown -> shown.endingAt(after(TIME_AFTER, text, shown.end(), text.length())));
  }

  private static boolean hasDigit(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<ShownDate> read(String text, int start, int end, Instant latest) {
    for (Pattern form : NAMED) {
      Matcher matcher = form.matcher(text).region(start, end);
      if (matcher.lookingAt()) {
        Optional<Month> month = Months.named(matcher.group("name"));
        if (month.isPresent()) {
          return Optional.of(shown(matcher, month.get().getValue(), latest));
        }
      }
    }
    for (Pattern form : NUMBERED) {
      Matcher matcher = form.matcher(text).region(start, end);
      if (matcher.lookingAt()) {
        return Optional.of(shown(matcher, number(matcher, "number"), latest));
      }
    }
    Matcher slashed = SLASHED.matcher(text).region(start, end);
    return slashed.lookingAt() ? Optional.of(slashed(slashed, latest)) : Optional.empty();
  }

  private ShownDate endingAt(int index) {
    return new ShownDate(index, day);
  }

  private static ShownDate shown(Matcher matcher, int month, Instant latest) {
    int year = number(matcher, "year");
    year = year >= BUDDHIST ? year - 543 : year;
    int day = number(matcher, "day");
    return new ShownDate(matcher.end(), believable(year, month, day, latest));
  }

  private static ShownDate slashed(Matcher matcher, Instant latest) {
    int year = number(matcher, "year");
    int first = number(matcher, "first");
    int second = number(matcher, "second");
    Optional<LocalDate> dayFirst = believable(year, second, first, latest);
    Optional<LocalDate> monthFirst = believable(year, first, second, latest);
    boolean sure = dayFirst.isEmpty() || monthFirst.isEmpty() || dayFirst.equals(monthFirst);
    return new ShownDate(matcher.end(), sure ? dayFirst.or(() -> monthFirst) : Optional.empty());
  }

  private static Optional<LocalDate> believable(int year, int month, int day, Instant latest) {
    try {
      LocalDate date = LocalDate.of(year, month, day);
      boolean possible =
          !date.isBefore(FIRST_POST) && !date.isAfter(LocalDate.ofInstant(latest, ZoneOffset.UTC));
      return possible ? Optional.of(date) : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int after(Pattern pattern, String text, int start, int end) {
    Matcher matcher = pattern.matcher(text).region(start, end);
    return matcher.lookingAt() ? matcher.end() : start;
  }

  private static int afterWeekday(String text, int start, int end) {
    Matcher matcher = WEEKDAY.matcher(text).region(start, end);
    return matcher.lookingAt() && Months.isWeekday(matcher.group(1)) ? matcher.end() : start;
  }
}
