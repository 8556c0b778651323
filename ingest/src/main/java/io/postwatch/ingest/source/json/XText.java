// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * A post's words as X shows them: entities decoded, X's short links as what they stand for.
 *
 * @param text the words
 * @param links where they link to, pictures left out
 */
record XText(String text, List<String> links) {
  private static final Pattern SHORT = Pattern.compile("https?://t\\.co/\\w{1,30}+");

  /** Of links and pictures in one post; X allows far fewer. */
  private static final int MAX_ENTITIES = 200;

  /**
   * Reads a text as the API gives it.
   *
   * @param entities the post's entities, of v1.1 or v2
   */
  static XText of(String raw, JsonNode... entities) {
    Map<String, String> shown = new LinkedHashMap<>();
    List<String> links = new ArrayList<>();
    for (JsonNode of : entities) {
      add(of.path("urls"), shown, links);
      add(of.path("media"), shown, links);
    }
    Matcher link = SHORT.matcher(raw);
    StringBuilder text = new StringBuilder();
    int end = 0;
    while (link.find()) {
      text.append(decoded(raw.substring(end, link.start())));
      text.append(shown.getOrDefault(link.group(), link.group()));
      end = link.end();
    }
    text.append(decoded(raw.substring(end)));
    return new XText(text.toString().strip(), List.copyOf(links));
  }

  private static void add(JsonNode urls, Map<String, String> shown, List<String> links) {
    for (JsonNode url : urls) {
      String target = url.path("expanded_url").asText("");
      String display = url.path("display_url").asText("");
      // Pictures are shown, and embedded, by their short address.
      boolean isPicture = display.startsWith("pic.");
      String instead = isPicture ? display : target;
      boolean isSound = !instead.isBlank() && instead.length() <= JsonFields.MAX_NAME;
      if (isSound && shown.size() < MAX_ENTITIES) {
        shown.put(url.path("url").asText(""), instead);
        if (!isPicture && !links.contains(target)) {
          links.add(target);
        }
      }
    }
  }

  private static String decoded(String words) {
    return words.indexOf('&') < 0 ? words : Parser.unescapeEntities(words, false);
  }
}
