// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;

/** Scripts that write a post where they stand: Telegram's and VK's widgets. */
final class WidgetScript {
  private static final String VK_CALL = "VK.Widgets.Post(";

  /** Widgets stand in scripts of their own; longer ones are programs or the page's state. */
  private static final int MAX_LENGTH = 50_000;

  private static final Pattern VK =
      Pattern.compile(
          "VK\\.Widgets\\.Post\\(\\s{0,9}[^,()]{1,100},\\s{0,9}(-?\\d{1,15})\\s{0,9},"
              + "\\s{0,9}(\\d{1,15})\\s{0,9}[,)]");

  private WidgetScript() {}

  static List<PostAddress> of(Element script) {
    if (script.attributes().hasKey("data-telegram-post")) {
      return TelegramAddress.post(script.attr("data-telegram-post")).stream().toList();
    }
    return script.dataNodes().stream()
        .map(DataNode::getWholeData)
        .filter(code -> code.length() <= MAX_LENGTH && code.contains(VK_CALL))
        .flatMap(code -> VK.matcher(code).results())
        .map(call -> VkAddress.wall(call.group(1), call.group(2)))
        .flatMap(Optional::stream)
        .toList();
  }
}
