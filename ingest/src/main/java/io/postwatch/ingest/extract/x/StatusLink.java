// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.x;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link to one X post.
 *
 * @param id the post's id, digits only, without leading zeros, at most 2^63 - 1
 * @param handle the account as the link writes it, or null where it names none
 */
public record StatusLink(String id, String handle) {
  /** Longer addresses are no links to posts. */
  private static final int MAX_LENGTH = 2000;

  /** Also as web archives rewrite it, behind their own address. */
  private static final String HOST =
      "(?:(?:https?:)?(?:(?://[\\w.-]{1,60})?/web/\\d{4,14}(?:[a-z]{2}_)?/"
          + "|//archive\\.(?:ph|is|today|li|vn|fo|md)/o/\\w{1,10}/))?"
          + "(?:https?:)?//(?:www\\.|mobile\\.|m\\.)?(?:twitter|x)\\.com(?::443)?/";

  /** What scrapers glue to an address may follow a whole id, but a part of a word is no id. */
  private static final String ID = "(\\d{15,19}(?!\\d)|\\d{1,14}(?!\\w))";

  private static final Pattern SHAPE =
      Pattern.compile(
          HOST + "(?:#!/)?" + "(?:i/web|@?(\\w{1,20}))/status(?:es)?/" + ID + ".*+",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** First parts of a path that are the site's own, not an account. */
  private static final Set<String> NO_ACCOUNT = Set.of("i", "statuses");

  private static final Pattern WITHOUT_ACCOUNT =
      Pattern.compile(
          HOST + "status(?:es)?/" + ID + ".*+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Reads twitter.com and x.com addresses in their common spellings; empty for all others. */
  public static Optional<StatusLink> parse(String address) {
    String url = address.strip();
    if (url.length() > MAX_LENGTH || !url.contains("/status") && !url.contains("/STATUS")) {
      return Optional.empty();
    }
    Matcher withAccount = SHAPE.matcher(url);
    if (withAccount.matches()) {
      String account = withAccount.group(1);
      return of(
          withAccount.group(2), account == null || NO_ACCOUNT.contains(account) ? null : account);
    }
    Matcher withoutAccount = WITHOUT_ACCOUNT.matcher(url);
    return withoutAccount.matches() ? of(withoutAccount.group(1), null) : Optional.empty();
  }

  /** True where the link names that account, or none. */
  public boolean isOf(String account) {
    return handle == null || handle.equalsIgnoreCase(account);
  }

  /** The post's address at X, which needs no right account. */
  public String url() {
    return "https://x.com/" + (handle == null ? "i" : handle) + "/status/" + id;
  }

  /** The post of that id, by whomever; empty for what is no id. */
  public static Optional<StatusLink> of(String digits) {
    return of(digits, null);
  }

  private static Optional<StatusLink> of(String digits, String handle) {
    try {
      long id = Long.parseLong(digits);
      return id == 0 ? Optional.empty() : Optional.of(new StatusLink(Long.toString(id), handle));
    } catch (NumberFormatException beyondLong) {
      return Optional.empty();
    }
  }
}
