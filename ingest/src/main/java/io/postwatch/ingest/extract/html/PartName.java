// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a part of a page is, as its class or id names it.
 *
 * <p>A name counts where nothing but words for boxes stands around it: {@code related-posts-list}
 * is a list of related posts, {@code has-sidebar} and {@code comments-open} are no such parts.
 */
enum PartName {
  /** The words of the article. */
  CONTENT,
  /** Readers' comments, on some pages longer than the article. */
  COMMENTS,
  /** Side columns, related articles, feeds, share buttons, authors' boxes, footnotes. */
  ASIDE,
  /** Made for an embed. */
  EMBED,
  UNKNOWN;

  /** Longer attributes are not read: no page's author wrote them. */
  private static final int MAX_LENGTH = 500;

  private static final int MAX_WORDS = 8;

  private static final Pattern SPACE = Pattern.compile("\\s++");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[-_:]++|(?<=[a-z])(?=[A-Z])");

  /** What may stand before a name. */
  private static final Set<String> BEFORE =
      words(
          "site page post posts article articles entry story content single main block section"
              + " module component widget global mobile desktop wp td tdb jeg mod reader readers"
              + " user users view all blog fb the right left primary secondary c js l m o b t g");

  /** What may stand after a name. */
  private static final Set<String> AFTER =
      words(
          "post posts article articles story stories news content contents link links item items"
              + " list section box block wrap wrapper container inner outer widget widgets module"
              + " area grid rail feed feeds topic topics holder panel region column col component"
              + " card cards slider carousel thread body form app main left right bottom top"
              + " primary secondary sticky ad ads buttons button bar icons tools desktop mobile"
              + " footer header title 1 2 3");

  private static final Map<String, PartName> NAMES =
      Stream.of(
              named(
                  CONTENT,
                  "articlebody articlecontent articletext entrycontent entrybody entrytext"
                      + " postcontent postbody posttext storybody storycontent storytext newsbody"
                      + " newscontent newstext singlecontent bodytext bodycopy contentbody"
                      + " contenttext"),
              named(
                  COMMENTS,
                  "comment comments commentlist commentaires kommentar kommentare comentarios"
                      + " commenti reacties disqus disqusthread disquscomments livefyre viafoura vf"
                      + " coral spotim openweb hyvor giscus utterances remark42 respond"),
              named(
                  ASIDE,
                  "sidebar sidebars widgetarea rightrail leftrail siderail rightcol leftcol rail"
                      + " rightcolumn leftcolumn sidecolumn rightbar leftbar sidebox related"
                      + " recommend recommended recommendation recommendations recirc"
                      + " recirculation similar morestories morenews morearticles moreposts"
                      + " morefrom moreon morein alsoread alsolike readnext readalso mostread"
                      + " mostpopular mostviewed mostshared mostcommented popular trending upnext"
                      + " nextarticle nextpost nextstory nextup prevarticle prevpost prevstory"
                      + " previousarticle previouspost previousstory latestnews lateststories"
                      + " latestposts latestarticles youmaylike youmayalsolike outbrain taboola"
                      + " trc zergnet ob jprelatedposts yarpp footnote footnotes endnotes"
                      + " references reflist bibliography aboutauthor abouttheauthor authorbio"
                      + " authorbox authorinfo authorcard authorprofile authorabout authordetails"
                      + " authordescription biobox share sharing socialshare socialsharing"
                      + " sharebar sharebuttons sharetools sharelinks shareicons socialicons"
                      + " sociallinks socialbuttons socialbar socialfollow follow followus"
                      + " addthis addtoany a2a sharedaddy sharethis shariff footer colophon"
                      + " newsletter timelinewidget timelinetweetlist widgettwitter"
                      + " widgettweets widgetinstagram ctf sbi sbinstagram juicerfeed fts"
                      + " curatorfeed tagembed"),
              named(
                  ASIDE, product("latest recent trending top popular live our my", "tweet tweets")),
              named(
                  ASIDE,
                  product(
                      "twitter tweet tweets instagram insta facebook social socialmedia x",
                      "feed feeds timeline timelines stream streams wall walls")))
          .flatMap(names -> names.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** Vendors' names, whatever stands after them. */
  private static final Set<String> VENDORS =
      words(
          "disqus livefyre viafoura coral spotim openweb hyvor outbrain taboola trc zergnet yarpp"
              + " addthis addtoany sharethis ctf sbi fts tagembed");

  private static final List<String> OF_EMBEDS =
      List.of(
          "embed", "tweet", "twitter", "social", "media", "instagram", "quote", "video", "pull");

  /** Reads the value of a class or id attribute. */
  static PartName of(String value) {
    if (value.length() > MAX_LENGTH) {
      return UNKNOWN;
    }
    PartName found = UNKNOWN;
    for (String token : SPACE.split(value)) {
      PartName name = ofToken(token);
      if (name == COMMENTS || name == ASIDE) {
        return name;
      }
      found = name == UNKNOWN ? found : name;
    }
    return found;
  }

  private static PartName ofToken(String token) {
    String[] words = BETWEEN_WORDS.split(token, MAX_WORDS);
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].toLowerCase(Locale.ROOT);
    }
    for (int from = 0; from < words.length; from++) {
      PartName name = named(words, from);
      if (name != UNKNOWN) {
        return name;
      }
      if (!BEFORE.contains(words[from])) {
        break;
      }
    }
    String plain = token.toLowerCase(Locale.ROOT);
    return OF_EMBEDS.stream().anyMatch(plain::contains) ? EMBED : UNKNOWN;
  }

  private static PartName named(String[] words, int from) {
    if (VENDORS.contains(words[from])) {
      return NAMES.get(words[from]);
    }
    for (int to = words.length; to > from; to--) {
      PartName name = NAMES.get(String.join("", List.of(words).subList(from, to)));
      if (name != null) {
        return name;
      }
      if (!AFTER.contains(words[to - 1])) {
        break;
      }
    }
    return UNKNOWN;
  }

  private static Set<String> words(String words) {
    return Set.copyOf(List.of(words.split(" ")));
  }

  private static Map<String, PartName> named(PartName name, String words) {
    return words(words).stream().collect(Collectors.toMap(word -> word, word -> name));
  }

  private static String product(String firsts, String seconds) {
    List<String> words = new ArrayList<>();
    for (String first : firsts.split(" ")) {
      for (String second : seconds.split(" ")) {
        words.add(first + second);
      }
    }
    return String.join(" ", words);
  }
}
