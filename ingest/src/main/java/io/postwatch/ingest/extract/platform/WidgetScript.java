// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Scripts that write a post where they stand: Telegram's and VK's widgets. */
final class WidgetScript {
  private static final String VK_CALL = "VK.Widgets.Post(";

  private static final Pattern VK =
      Pattern.compile(
          "VK\\.Widgets\\.Post\\(\\s{0,9}[^,()]{1,100},\\s{0,9}(-?\\d{1,15})\\s{0,9},"
              + "\\s{0,9}(\\d{1,15})\\s{0,9}[,)]");

  private WidgetScript() {}

  static List<PostAddress> of(Element script) {
    if (script.attributes().hasKey("data-telegram-post")) {
      return TelegramAddress.post(script.attr("data-telegram-post")).stream().toList();
    }
    String code = script.data();
    if (!code.contains(VK_CALL)) {
      return List.of();
    }
    return VK.matcher(code)
        .results()
        .map(call -> VkAddress.wall(call.group(1), call.group(2)))
        .flatMap(Optional::stream)
        .toList();
  }
}
