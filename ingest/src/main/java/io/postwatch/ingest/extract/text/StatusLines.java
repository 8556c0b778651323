// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.x.StatusLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds addresses of posts that stand alone on a line, where a page would have shown the post. */
final class StatusLines {
  private static final Pattern ADDRESS_ALONE =
      Pattern.compile("(?m)^[ \\t]{0,9}+<?+(https?://[^\\s<>]{1,500}+)>?+[ \\t]{0,9}+$");

  private StatusLines() {}

  /** The posts in the order of the text, their words unknown. */
  static List<ShownPost> in(String text) {
    if (!text.contains("/status") && !text.contains("/STATUS")) {
      // As in all links to posts; the pattern would look at each line of each article.
      return List.of();
    }
    List<ShownPost> lines = new ArrayList<>();
    Matcher line = ADDRESS_ALONE.matcher(text);
    while (line.find()) {
      Optional<StatusLink> link = StatusLink.parse(line.group(1));
      link.ifPresent(l -> lines.add(new ShownPost(line.start(), line.end(), post(l))));
    }
    return lines;
  }

  private static FoundPost post(StatusLink link) {
    return new FoundPost("x", link.id(), link.handle(), null, "", null, List.of(), link.url());
  }
}
