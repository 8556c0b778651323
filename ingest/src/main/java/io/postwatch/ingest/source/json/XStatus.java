// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.ingest.extract.x.StatusLink;
import io.postwatch.ingest.source.UnreadableException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A post as X's API v1.1 and the archives of accounts have it.
 *
 * <p>A repost is a sighting of the original. A post that quotes another is itself: the quoted one
 * is no sighting of its own, as in an embed.
 */
record XStatus(Instant latest) {
  /** Like {@code Wed Aug 27 13:08:45 +0000 2008}, behind the day of the week. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM d HH:mm:ss Z uuuu", Locale.ENGLISH);

  private static final Pattern HANDLE = Pattern.compile("\\w{1,20}");

  private static final int MAX_TEXT = 100_000;

  ApiPost of(JsonNode status) throws UnreadableException {
    JsonNode original = status.path("retweeted_status");
    if (!original.isObject()) {
      return post(status, author(status));
    }
    String by = author(status).handle();
    return post(original, author(original)).passedOn(by, createdAt(status));
  }

  /** A post of an archive, which does not say whose it is. */
  ApiPost archived(JsonNode tweet, Optional<XArchive.Owner> owner) throws UnreadableException {
    XArchive.Owner author = owner.orElse(XArchive.Owner.UNKNOWN);
    ApiPost post = tweet.has("user") ? of(tweet) : post(tweet, author);
    return Repost.of(post.text()).map(repost -> original(repost, post)).orElse(post);
  }

  /** An archive has the beginning of what was passed on, but not its id. */
  private static ApiPost original(Repost repost, ApiPost by) {
    return new ApiPost(
        "x",
        null,
        repost.handle(),
        null,
        repost.words(),
        null,
        by.links(),
        null,
        by.handle(),
        by.createdAt());
  }

  private static XArchive.Owner author(JsonNode status) throws UnreadableException {
    JsonNode user = status.path("user");
    return new XArchive.Owner(JsonFields.name(user, "screen_name"), JsonFields.name(user, "name"));
  }

  private ApiPost post(JsonNode status, XArchive.Owner author) throws UnreadableException {
    String id = id(status, status.has("id_str") ? "id_str" : "id");
    JsonNode whole =
        status.path("extended_tweet").isObject() ? status.get("extended_tweet") : status;
    String raw = JsonFields.text(whole, whole.has("full_text") ? "full_text" : "text", MAX_TEXT);
    XText text =
        XText.of(raw == null ? "" : raw, whole.path("entities"), whole.path("extended_entities"));
    XVersion version = XVersion.of(status, id, latest);
    return new ApiPost(
        "x",
        version.first(),
        author.handle(),
        author.name(),
        text.text(),
        createdAt(status),
        text.links(),
        new StatusLink(id, author.handle()).url(),
        author.handle(),
        null,
        version.editedAt());
  }

  /**
   * The id of a post on X.
   *
   * @throws UnreadableException when it is no number that ids can be
   */
  static String id(JsonNode post, String field) throws UnreadableException {
    String id = JsonFields.id(post, field);
    return Optional.ofNullable(id)
        .filter(digits -> digits.matches("\\d{1,19}"))
        .flatMap(digits -> StatusLink.parse("https://x.com/i/status/" + digits))
        .map(StatusLink::id)
        .orElseThrow(() -> new UnreadableException(field + ": expected the number of a post on X"));
  }

  /**
   * The name of an account on X; null where the field is missing or null.
   *
   * @throws UnreadableException when it is nothing that X takes for one
   */
  static String handle(JsonNode user, String field) throws UnreadableException {
    String handle = JsonFields.name(user, field);
    if (handle != null && !HANDLE.matcher(handle).matches()) {
      throw new UnreadableException(field + ": expected the name of an account on X");
    }
    return handle;
  }

  private Instant createdAt(JsonNode status) throws UnreadableException {
    String text = JsonFields.name(status, "created_at");
    if (text == null || text.contains("T") && text.endsWith("Z")) {
      return JsonFields.time(status, "created_at", latest);
    }
    try {
      Instant time = ZonedDateTime.parse(text.substring(text.indexOf(' ') + 1), TIME).toInstant();
      return JsonFields.believed("created_at", time, latest);
    } catch (DateTimeException e) {
      throw new UnreadableException(
          "created_at: expected a time like Wed Aug 27 13:08:45 +0000 2008");
    }
  }
}
