// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the name of a value in a page's state says.
 *
 * @param name in lower case and without signs, so that tweet_id and tweetId are one
 * @param ofOthers names what is not this article
 * @param ofTitle names a title
 * @param ofAddress names the address of an article
 * @param ofBody names the words of an article
 * @param ofType names the kind of thing that an object is
 */
record StateKey(
    String name,
    boolean ofOthers,
    boolean ofTitle,
    boolean ofAddress,
    boolean ofBody,
    boolean ofType) {
  private static final Pattern OTHERS =
      Pattern.compile(
          "related|recommend|recirc|most(?:read|popular|viewed|shared)|popular|trending|latest"
              + "|pager|^rail|(?:right|left|side|bottom|story|news)rail|rail$|ticker|contentcache|promoted|sponsored|taboola|outbrain|breakingnews|newsfeed|sidebar|footer|^nav|menu|comments?$|upnext|^next|^prev"
              + "|more(?:stories|from|articles|news|posts)|^more$|newsletter|authors?$|byline"
              + "|contributors|claimreview|suggest|similar|promo|teasers?$|footnotes?|references"
              + "|shar(?:e|ing)|credits?$|follow|timeline|feeds?$|profile|readnext|alsoread"
              + "|tooltip|onward|youmay|mustread|topstor|editorspick|quotedtweet|quotedstatus|retweetedstatus");

  /** Hashes of the first four letters of those words, but for "nav". */
  private static final BitSet OTHERS_BEGIN =
      Stream.of(
              ("rela reco reci most popu tren late page rail side foot menu comm upne next prev"
                      + " more news auth byli cont clai sugg simi prom teas refe shar cred foll"
                      + " time feed prof read also tool quot retw tick"
                      + " spon tabo outb brea onwa youm must tops edit righ left bott stor")
                  .split(" "))
          .mapToInt(word -> hash(word, 0))
          .collect(BitSet::new, BitSet::set, BitSet::or);

  private static final Set<String> TITLES = Set.of("headline", "title", "headlines");

  private static final Set<String> BODIES =
      Set.of("articlebody", "body", "content", "contenthtml", "bodyhtml", "contentelements");

  private static final Set<String> ADDRESSES =
      Set.of(
          "url",
          "canonicalurl",
          "canonical",
          "websiteurl",
          "slug",
          "permalink",
          "link",
          "path",
          "uri",
          "weburl",
          "href",
          "fullslug",
          "pageurl",
          "publicurl",
          "pathname");

  private static final Set<String> TYPES =
      Set.of(
          "type",
          "subtype",
          "typename",
          "nodetype",
          "kind",
          "role",
          "blocktype",
          "component",
          "componentname",
          "embedtype",
          "provider",
          "providername",
          "service",
          "network",
          "mediatype",
          "platform",
          "format",
          "model",
          "elementtype",
          "resourcetype",
          "layout",
          "name",
          "source",
          "contenttype",
          "blockname");

  static StateKey of(String key) {
    String name = plain(key);
    return new StateKey(
        name,
        isOfOthers(name),
        TITLES.contains(name),
        ADDRESSES.contains(name),
        BODIES.contains(name),
        TYPES.contains(name));
  }

  private static String plain(String key) {
    StringBuilder plain = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      if (Character.isLetterOrDigit(key.charAt(i))) {
        plain.append(key.charAt(i));
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /** The pattern is dear, and hardly a name has one of its words: it is tried where one begins. */
  private static boolean isOfOthers(String name) {
    Matcher word = null;
    for (int i = 0; i + 4 <= name.length(); i++) {
      if (OTHERS_BEGIN.get(hash(name, i))) {
        word = word == null ? OTHERS.matcher(name).useAnchoringBounds(false) : word;
        if (word.region(i, name.length()).lookingAt()) {
          return true;
        }
      }
    }
    return name.startsWith("nav");
  }

  private static int hash(String name, int start) {
    int hash = 0;
    for (int i = start; i < start + 4; i++) {
      hash = 31 * hash + name.charAt(i);
    }
    return (hash ^ hash >>> 13) & 0x1FFF;
  }

  /** The keys of one page's state, each read once: they come again by the thousand. */
  static final class Reader {
    /** More than any state has; hostile ones have as many as values. */
    private static final int MAX_REMEMBERED = 10_000;

    private final Map<String, StateKey> known = new HashMap<>();

    StateKey read(String key) {
      StateKey found = known.get(key);
      if (found == null) {
        found = StateKey.of(key);
        if (known.size() < MAX_REMEMBERED) {
          known.put(key, found);
        }
      }
      return found;
    }
  }
}
