// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

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

  /**
   * A line that is one address.
   *
   * @param start index of its first character
   * @param end index after its last
   */
  record StatusLine(int start, int end, StatusLink link) {}

  static List<StatusLine> in(String text) {
    List<StatusLine> lines = new ArrayList<>();
    Matcher line = ADDRESS_ALONE.matcher(text);
    while (line.find()) {
      Optional<StatusLink> link = StatusLink.parse(line.group(1));
      link.ifPresent(l -> lines.add(new StatusLine(line.start(), line.end(), l)));
    }
    return lines;
  }
}
