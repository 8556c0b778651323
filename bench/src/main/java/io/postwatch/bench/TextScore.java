// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import io.postwatch.schema.EmbeddedPost;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was found of the signed posts of rendered pages: counts that grow page by page. */
final class TextScore {
  private static final Pattern ADDRESS =
      Pattern.compile("\\]\\([^)\\s]*\\)|(?:https?://|pic\\.twitter\\.com/)[!-~&&[^)\\]]]*");

  /** After the words come the name, and before them perhaps much: what is looked at. */
  private static final int WINDOW = 4000;

  private static final int LONGEST_NAME = 80;

  /** A guess and whether both its borders are right. */
  record Guess(double confidence, boolean right) {}

  /**
   * A post that the page's markup tells.
   *
   * @param day the day it shows
   */
  record Truth(String handle, LocalDate day, String text) {}

  private int signatures;
  private int found;
  private final List<Guess> guesses = new ArrayList<>();

  /** Compares the posts of a page with those found in its text; what is not in it is left out. */
  void add(List<Truth> truths, String text, List<EmbeddedPost> posts) {
    for (Truth truth : truths) {
      if (!isSigned(text, truth)) {
        continue;
      }
      signatures++;
      String words = letters(truth.text());
      Optional<EmbeddedPost> best =
          posts.stream()
              .filter(post -> truth.handle().equals(post.getHandle()))
              .filter(post -> truth.day().equals(day(post)))
              .max(java.util.Comparator.comparing(post -> letters(post.getText()).equals(words)));
      found += best.isPresent() ? 1 : 0;
      best.ifPresent(
          post -> {
            Double confidence = post.getTextConfidence();
            boolean right = letters(post.getText()).equals(words);
            guesses.add(new Guess(confidence == null ? 1 : confidence, right));
          });
    }
  }

  private static LocalDate day(EmbeddedPost post) {
    return post.getPostedAt().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** True where the post's words stand before its handle and year. */
  private static boolean isSigned(String text, Truth truth) {
    Matcher handle =
        Pattern.compile("@" + Pattern.quote(truth.handle()) + "\\b", Pattern.CASE_INSENSITIVE)
            .matcher(text);
    String words = letters(truth.text());
    while (!words.isEmpty() && handle.find()) {
      String after = text.substring(handle.end(), Math.min(text.length(), handle.end() + 50));
      String before = letters(text.substring(Math.max(0, handle.start() - WINDOW), handle.start()));
      int at = before.lastIndexOf(words);
      if (after.contains("" + truth.day().getYear())
          && at >= 0
          && before.length() - at - words.length() < LONGEST_NAME) {
        return true;
      }
    }
    return false;
  }

  /** Letters and digits in lower case: scrapers change the rest. Addresses are left out. */
  private static String letters(String text) {
    return ADDRESS
        .matcher(text)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\p{M}]", "");
  }

  int signatures() {
    return signatures;
  }

  int found() {
    return found;
  }

  int right() {
    return (int) guesses.stream().filter(Guess::right).count();
  }

  List<Guess> guesses() {
    return guesses;
  }
}
