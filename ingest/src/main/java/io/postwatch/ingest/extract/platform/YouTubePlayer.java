// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Players that load a YouTube video by the id or settings in an attribute. */
final class YouTubePlayer {
  private static final int ID_LENGTH = 11;
  private static final Pattern ID = Pattern.compile("[\\w-]{11}");

  /** Names that say YouTube, and those of elements that play nothing else. */
  private static final Pattern OF_YOUTUBE =
      Pattern.compile("data-(?:youtube|yt)(?:-?(?:video-?)?(?:id|key|code))?|videoid|data-videoid");

  private static final Set<String> OF_ANY_PLAYER =
      Set.of(
          "data-video-id",
          "data-video",
          "data-videoid",
          "data-id",
          "data-embed",
          "data-embed-id",
          "data-vid",
          "data-code",
          "data-key",
          "data-plyr-embed-id",
          "data-media-id",
          "data-src",
          "data-video-key",
          "data-oembed-id",
          "video-id",
          "data-asset-id",
          "data-external-id");

  /** Ids of elements by which WP YouTube Lyte and Substack know the video. */
  private static final Pattern NAMED = Pattern.compile("(?:WYL_|lyte_|youtube2-)([\\w-]{11})");

  /** Settings of page builders (Elementor) and players (Video.js), in JSON. */
  private static final Pattern SETTING =
      Pattern.compile(
          "\"(?:youtube_url|youtubeUrl|video_?[uU]rl|embed_?[uU]rl|url|src)\"\\s{0,9}:\\s{0,9}"
              + "\"((?:https?:)?(?:\\\\?/){2}(?:www\\.)?(?:youtube|youtu\\.be)[^\"]{1,300}+)\"");

  /** Elements looked at inside a player: a poster, a button and what holds them. */
  private static final int MAX_INSIDE = 20;

  private YouTubePlayer() {}

  static Optional<PostAddress> of(Element element, Attribute attribute) {
    String value = attribute.getValue();
    if (value.length() == ID_LENGTH && ID.matcher(value).matches()) {
      String name = attribute.getKey();
      boolean player =
          isOfYouTube(name, element)
              || OF_ANY_PLAYER.contains(name) && speaksOfYouTube(element, value);
      return player ? YouTubeAddress.ofId(value) : Optional.empty();
    }
    if (attribute.getKey().equals("id")) {
      Matcher named = NAMED.matcher(value);
      if (named.matches()) {
        return YouTubeAddress.ofId(named.group(1));
      }
    }
    if (value.startsWith("{") && value.contains("youtu")) {
      Matcher setting = SETTING.matcher(value);
      return setting.find() ? PostAddresses.framed(setting.group(1)) : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isOfYouTube(String name, Element element) {
    boolean generic = name.endsWith("videoid");
    return OF_YOUTUBE.matcher(name).matches()
        && (!generic
            || element.normalName().contains("youtube")
            || name.equals("videoid") && isYouTube(element.className()));
  }

  /**
   * The player's name and attributes, its parent's class or its poster tell where its videos are.
   */
  private static boolean speaksOfYouTube(Element element, String id) {
    if (isYouTube(element.normalName())) {
      return true;
    }
    for (Attribute attribute : element.attributes()) {
      if (isYouTube(attribute.getKey()) || isYouTube(attribute.getValue())) {
        return true;
      }
    }
    Element parent = element.parent();
    return parent != null && isYouTube(parent.className())
        || element.stream()
            .limit(MAX_INSIDE)
            .flatMap(inside -> Stream.of(inside.attr("src"), inside.attr("style")))
            .anyMatch(poster -> poster.contains("/vi/" + id));
  }

  private static boolean isYouTube(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    return words.contains("youtube") || words.contains("ytimg.com");
  }
}
