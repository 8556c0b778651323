// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Ids of other platforms than X by which a page's state names an embedded post, such as {@code
 * {"type": "youtube", "videoId": ...}}, as the address of the post.
 */
final class StateId {
  private static final Set<String> KEYS =
      Set.of("id", "externalid", "remoteid", "embedid", "mediaid", "code", "value", "data");

  /**
   * A platform's ids.
   *
   * @param of what the object's kinds say of it
   * @param key names that say whose the id is
   * @param id its shape
   * @param before the post's address up to its id
   */
  private record Ids(Pattern of, Pattern key, Pattern id, String before) {}

  private static final List<Ids> PLATFORMS =
      List.of(
          ids(
              "youtube",
              "(?:youtube|yt)(?:video)?(?:id|code|key)|videoid|videokey",
              "(?=[a-z]*[A-Z0-9_-])[\\w-]{11}",
              "https://www.youtube.com/watch?v="),
          ids(
              "instagram",
              "instagram(?:post)?(?:id|code)|shortcode",
              "(?=[a-z]*[A-Z0-9_-])[A-Z][\\w-]{9,11}",
              "https://www.instagram.com/p/"),
          ids(
              "tiktok",
              "tiktok(?:video|post)?id|videoid",
              "[67]\\d{18}",
              "https://www.tiktok.com/embed/v2/"));

  private StateId() {}

  private static Ids ids(String of, String key, String id, String before) {
    return new Ids(Pattern.compile(of), Pattern.compile(key), Pattern.compile(id), before);
  }

  /**
   * The address of the post that a value names.
   *
   * @param type the kinds of the objects around it, in lower case
   * @param key the name it stands under, as {@link StateKey#name}
   */
  static Optional<String> address(String text, String type, String key) {
    if (text.length() < 10 || text.length() > 19) {
      return Optional.empty();
    }
    return PLATFORMS.stream()
        .filter(ids -> ids.of.matcher(type).find())
        .filter(ids -> KEYS.contains(key) || ids.key.matcher(key).matches())
        .filter(ids -> ids.id.matcher(text).matches())
        .map(ids -> ids.before + text)
        .findFirst();
  }
}
