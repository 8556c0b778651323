// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.ingest.source.UnreadableException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A status as Mastodon's API has it, and the servers that took that API over. */
final class MastodonStatus {
  /** The post's number at home; a server that passes it on gives it another one. */
  private static final Pattern HOME =
      Pattern.compile(
          "https?://([^/\\s]{1,253})/"
              + "(?:@[^/]{1,300}/(?:posts/|statuses/)?|users/[^/]{1,300}/statuses/)(\\d{1,20})");

  /** Long enough for servers that allow 100,000 characters, with their markup. */
  private static final int MAX_CONTENT = 1 << 20;

  private MastodonStatus() {}

  static ApiPost of(JsonNode status, Instant latest) throws UnreadableException {
    JsonNode original = status.path("reblog");
    if (!original.isObject()) {
      return post(status, latest);
    }
    String by = JsonFields.name(status.path("account"), "acct");
    return post(original, latest).passedOn(by, JsonFields.time(status, "created_at", latest));
  }

  private static ApiPost post(JsonNode status, Instant latest) throws UnreadableException {
    String id = JsonFields.id(status, "id");
    if (id == null) {
      throw new UnreadableException("id: expected the status's id");
    }
    JsonNode account = status.path("account");
    String url = JsonFields.address(status, "url");
    Matcher home = HOME.matcher(url == null ? "" : url);
    boolean isKnown = home.matches();
    String acct = JsonFields.name(account, "acct");
    StatusHtml words = StatusHtml.of(text(status));
    return new ApiPost(
        isKnown && home.group(1).equalsIgnoreCase("truthsocial.com") ? "truthsocial" : "mastodon",
        isKnown ? home.group(2) : id,
        withoutHost(acct),
        JsonFields.name(account, "display_name"),
        words.text(),
        JsonFields.time(status, "created_at", latest),
        words.links(),
        url,
        acct,
        null,
        JsonFields.time(status, "edited_at", latest));
  }

  /** As embeds give it, and the API itself where the account is of the server that was asked. */
  private static String withoutHost(String acct) {
    int at = acct == null ? -1 : acct.indexOf('@');
    return at > 0 ? acct.substring(0, at) : acct;
  }

  /** What stands over a folded post belongs to it. */
  private static String text(JsonNode status) throws UnreadableException {
    String warning = JsonFields.text(status, "spoiler_text", MAX_CONTENT);
    String content = JsonFields.text(status, "content", MAX_CONTENT);
    String body = content == null ? "" : content;
    return warning == null
        ? body
        : "<p>" + warning.replace("&", "&amp;").replace("<", "&lt;") + "</p>" + body;
  }
}
