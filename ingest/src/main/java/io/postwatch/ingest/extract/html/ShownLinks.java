// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import io.postwatch.ingest.extract.html.ShownText.ShownLink;
import io.postwatch.ingest.extract.post.PostText;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what the words of a post on a page link to. */
public final class ShownLinks {
  private static final Pattern ADDRESS =
      Pattern.compile("https?://\\S{1,2000}+", Pattern.CASE_INSENSITIVE);

  private final PostText postText = new PostText();

  /**
   * The addresses that a part of a shown text links to, each once: first those in the markup, as in
   * {@code href}, then those that are only written out.
   */
  public List<String> in(ShownText shown, int start, int end) {
    Set<String> links = new LinkedHashSet<>();
    Set<String> shownAs = new HashSet<>();
    for (ShownLink link : shown.links()) {
      String words = shown.text().substring(link.start(), link.end());
      if (link.start() >= start && link.end() <= end && leadsOut(words, link.href())) {
        links.add(link.href());
        shownAs.add(words);
      }
    }
    String text = PostText.bounded(shown.text().substring(start, end));
    postText.links(text).stream().filter(link -> !shownAs.contains(link)).forEach(links::add);
    return List.copyOf(links);
  }

  /** Hashtags, mentions and cashtags are links too, but to X's own search. */
  private static boolean leadsOut(String words, String href) {
    return ADDRESS.matcher(href).matches()
        && !words.isEmpty()
        && "#＃@＠$".indexOf(words.charAt(0)) < 0;
  }
}
