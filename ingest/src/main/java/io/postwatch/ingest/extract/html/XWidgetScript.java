// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.x.StatusLink;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;

/**
 * Scripts that show a post: calls of X's own library (developer.x.com, "Embedded posts", {@code
 * twttr.widgets.createTweet}), and of functions that are given the address of X's frame.
 */
final class XWidgetScript {
  /** Widgets stand in scripts of their own; longer ones are programs or the page's state. */
  private static final int MAX_LENGTH = 50_000;

  private static final Pattern CALL =
      Pattern.compile(
          "createTweet(?:Embed)?\\(\\s{0,9}[\"'](\\d{7,19})[\"']"
              + "|\\(\\s{0,9}[\"']((?:https?:)?//platform\\.(?:twitter|x)\\.com/embed/[^\"'\\s]{1,2000})[\"']");

  private XWidgetScript() {}

  static List<StatusLink> read(Element script) {
    return script.dataNodes().stream()
        .map(DataNode::getWholeData)
        .filter(code -> code.length() <= MAX_LENGTH)
        .filter(code -> code.contains("createTweet") || code.contains("//platform."))
        .flatMap(code -> CALL.matcher(code).results())
        .flatMap(call -> post(call).stream())
        .toList();
  }

  private static Optional<StatusLink> post(MatchResult call) {
    return call.group(1) == null ? XFrame.read(call.group(2)) : StatusLink.of(call.group(1));
  }
}
