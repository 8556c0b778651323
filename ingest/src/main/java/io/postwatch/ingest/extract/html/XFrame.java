// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.x.StatusLink;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which X post the address of an iframe shows. */
final class XFrame {
  private static final int MAX_LENGTH = 8000;

  /** X's own: {@code platform.twitter.com/embed/Tweet.html?...&id=}, and videos, cards; forums'. */
  private static final Pattern OF_X =
      Pattern.compile(
          "(?:https?:)?//platform\\.(?:twitter|x)\\.com/embed/[^#]*?[?&#]id=(\\d{2,19})(?!\\d).*+"
              + "|(?:https?:)?//(?:www\\.|mobile\\.)?(?:twitter|x)\\.com/i/"
              + "(?:videos(?:/tweet)?|cards/tfw/v1)/(\\d{2,19})(?!\\d).*+"
              + "|(?:https?:)?//s9e\\.github\\.io/iframe/\\d/twitter\\.min\\.html#(\\d{2,19})(?!\\d).*+"
              + "|(?:https?:)?//nitter\\.[\\w.-]{2,60}/\\w{1,20}/status/(\\d{2,19})/embed.*+",
          Pattern.CASE_INSENSITIVE);

  /** Another site's frame around a post, which it names in a parameter. */
  private static final Pattern PARAMETER =
      Pattern.compile("[?&#](?:url|src|href|id|tweet|u|link)=([^&#]{20,600}+)");

  /** Buttons, comments and feeds name addresses too. */
  private static final Pattern NO_POST =
      Pattern.compile(
          "button|intent|share|like|follow|comment|disqus|plugins/|timeline|widget_iframe"
              + "|addthis|analytics|pixel|/tr\\?|googletag|doubleclick",
          Pattern.CASE_INSENSITIVE);

  private XFrame() {}

  /** The post, empty for frames of anything else. */
  static Optional<StatusLink> read(String address) {
    if (address.length() > MAX_LENGTH || !address.contains("/")) {
      return Optional.empty();
    }
    Matcher own = OF_X.matcher(address.strip());
    if (own.matches()) {
      for (int group = 1; group <= own.groupCount(); group++) {
        if (own.group(group) != null) {
          return StatusLink.of(own.group(group));
        }
      }
    }
    Optional<StatusLink> direct = StatusLink.parse(address);
    return direct.isPresent() ? direct : parameter(address);
  }

  private static Optional<StatusLink> parameter(String address) {
    int query = address.indexOf('?');
    if (!address.contains("status")
        || NO_POST.matcher(query < 0 ? address : address.substring(0, query)).find()) {
      return Optional.empty();
    }
    Matcher parameter = PARAMETER.matcher(address);
    while (parameter.find()) {
      Optional<StatusLink> link = decoded(parameter.group(1)).flatMap(StatusLink::parse);
      if (link.isPresent()) {
        return link;
      }
    }
    return Optional.empty();
  }

  /** Empty for what is not percent-encoded. */
  static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }
}
