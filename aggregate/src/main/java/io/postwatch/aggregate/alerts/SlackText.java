// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import io.postwatch.aggregate.alerts.AlertMessage.Kind;
import io.postwatch.schema.AlertDelivery;
import io.postwatch.schema.AlertEvent;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.Spike;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message in Slack's markup. What posts say is hostile: it is escaped, on one line, and short, so
 * that it can neither link, nor call anybody, nor look like a message of ours.
 */
final class SlackText {
  private static final int MOST_ALERTS = 20;
  private static final int MOST_POSTS = 3;
  private static final int LONGEST_POST = 200;
  private static final int LONGEST_NAME = 80;

  /** Controls, formats such as those that turn the direction of writing, and line breaks. */
  private static final Pattern UNSHOWN = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  SlackText(AlertMessage message) {
    if (message.kind() == Kind.TEST) {
      text.append("*Test of the alert rule ")
          .append(escaped(message.rule(), LONGEST_NAME))
          .append(".* Nothing has happened; an alert would look like this:\n");
    }
    if (message.kind() == Kind.SUMMARY) {
      text.append("*While it was quiet, ")
          .append(escaped(message.rule(), LONGEST_NAME))
          .append(":*\n");
    }
    message.alerts().stream()
        .limit(MOST_ALERTS)
        .forEach(alert -> add(alert, message.links().of(alert.getSpike())));
    int left = message.alerts().size() - MOST_ALERTS;
    if (left > 0) {
      text.append("and ").append(left).append(" more\n");
    }
  }

  private void add(AlertDelivery alert, Optional<String> link) {
    Spike spike = alert.getSpike();
    String name = escaped(spike.getTopic() + place(spike), 2 * LONGEST_NAME);
    text.append('*')
        .append(link.map(url -> linked(url, name)).orElse(name))
        .append("* ")
        .append(alert.getEvent() == AlertEvent.END ? "is over" : "is rising")
        .append(": %d posts".formatted(spike.getObserved()))
        .append(String.format(Locale.ROOT, " where %.1f were expected", spike.getExpected()))
        .append(", %d accounts, %d outlets".formatted(spike.getAuthors(), spike.getOutlets()))
        .append(", since ")
        .append(time(spike.getStartedAt()));
    if (spike.getEndedAt() != null) {
      text.append(" until ").append(time(spike.getEndedAt()));
    }
    text.append('\n');
    spike.getEvidence().stream().limit(MOST_POSTS).forEach(this::add);
  }

  private static String place(Spike spike) {
    if (spike.getPlace().isEmpty()) {
      return "";
    }
    return " in " + (spike.getPlaceName() == null ? spike.getPlace() : spike.getPlaceName());
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  private void add(Evidence post) {
    String handle = post.getHandle() == null ? "post" : "@" + post.getHandle();
    String name = escaped(handle, LONGEST_NAME);
    text.append("> ")
        .append(isLink(post.getUrl()) ? linked(post.getUrl(), name) : name)
        .append(": ")
        .append(escaped(post.getText(), LONGEST_POST))
        .append('\n');
  }

  private static boolean isLink(String url) {
    try {
      String scheme = url == null ? null : URI.create(url).getScheme();
      return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A URI has neither < nor >, and a | would end it. */
  private static String linked(String url, String escapedName) {
    return "<" + url.replace("&", "&amp;").replace("|", "%7C") + "|" + escapedName + ">";
  }

  private static String escaped(String hostile, int most) {
    String line = UNSHOWN.matcher(hostile).replaceAll(" ").strip();
    boolean isLong = line.codePointCount(0, line.length()) > most;
    String shown = isLong ? line.substring(0, line.offsetByCodePoints(0, most)) + "…" : line;
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing();
  }
}
