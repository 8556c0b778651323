// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;

/**
 * Scripts that write a post where they stand: Telegram's, VK's and YouTube's widgets, and calls of
 * functions that are given the address of a player.
 */
final class WidgetScript {
  private static final String VK_CALL = "VK.Widgets.Post(";

  /** Widgets stand in scripts of their own; longer ones are programs or the page's state. */
  private static final int MAX_LENGTH = 50_000;

  private static final Pattern VK =
      Pattern.compile(
          "VK\\.Widgets\\.Post\\(\\s{0,9}[^,()]{1,100},\\s{0,9}(-?\\d{1,15})\\s{0,9},"
              + "\\s{0,9}(\\d{1,15})\\s{0,9}[,)]");

  /** YouTube's IFrame API; its options are few, the video's id among the first. */
  private static final Pattern YOUTUBE =
      Pattern.compile(
          "YT\\.Player\\([^;]{0,500}?videoId[\"']?\\s{0,9}:\\s{0,9}[\"']([\\w-]{11})[\"']");

  /** As RFE/RL's {@code renderExternalContent("https://...")}. */
  private static final Pattern FRAMED =
      Pattern.compile("\\w\\(\\s{0,9}[\"']((?:https?:)?//[^\"'\\s]{10,1000})[\"']\\s{0,9}\\)");

  /** What the addresses of players have, and those of pages and of scripts have not. */
  private static final Pattern PLAYER = Pattern.compile("/embed/|/plugins/|[?&]embed=1|video_ext");

  private WidgetScript() {}

  static List<PostAddress> of(Element script) {
    if (script.attributes().hasKey("data-telegram-post")) {
      return TelegramAddress.post(script.attr("data-telegram-post")).stream().toList();
    }
    return script.dataNodes().stream()
        .map(DataNode::getWholeData)
        .filter(code -> code.length() <= MAX_LENGTH)
        .flatMap(WidgetScript::called)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Stream<Optional<PostAddress>> called(String code) {
    Stream<Optional<PostAddress>> vk =
        calls(VK, VK_CALL, code).map(call -> VkAddress.wall(call.group(1), call.group(2)));
    Stream<Optional<PostAddress>> youTube =
        calls(YOUTUBE, "YT.Player(", code).map(call -> YouTubeAddress.ofId(call.group(1)));
    Stream<Optional<PostAddress>> framed =
        calls(FRAMED, "//", code)
            .map(call -> call.group(1))
            .filter(address -> PLAYER.matcher(address).find())
            .map(PostAddresses::framed);
    return Stream.of(vk, youTube, framed).flatMap(Function.identity());
  }

  private static Stream<MatchResult> calls(Pattern pattern, String sign, String code) {
    return code.contains(sign) ? pattern.matcher(code).results() : Stream.empty();
  }
}
