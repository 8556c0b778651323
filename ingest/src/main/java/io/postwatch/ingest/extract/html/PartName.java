// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  /** A reader's comment, or what a newspaper's section of that name consists of. */
  COMMENT,
  /** Side columns, related articles, feeds, share buttons, authors' boxes, footnotes. */
  ASIDE,
  /** A box of a side column, of which page builders make articles too. */
  WIDGET,
  UNKNOWN;

  /** Longer attributes are not read: no page's author wrote them. */
  private static final int MAX_LENGTH = 500;

  private static final int MAX_WORDS = 8;

  /** What may stand before a name. */
  private static final Set<String> BEFORE =
      words(
          "site page post posts article articles entry story content single main block section"
              + " module component widget global mobile desktop wp td tdb jeg mod reader readers"
              + " user users video view all blog fb the right left primary secondary c js l m o b t g et pb vc wpb fusion avada fl elementor location td ss ast brxe bricks ct"
              + " oxy gp gh region layout sqs");

  /** What may stand after a name. */
  private static final Set<String> AFTER =
      words(
          "post posts article articles story stories news content contents link links item items"
              + " list section box block wrap wrapper container inner outer widget widgets module"
              + " area grid rail feed feeds topic topics holder panel region column col component"
              + " card cards slider carousel thread body form app main left right bottom top"
              + " primary secondary sticky ad ads buttons button bar icons tools desktop mobile signup promo teaser teasers cta modal popup overlay liste lista"
              + " footer header title first second third 0 1 2 3 4 5");

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
                  "comments commentlist commentsection commentthread commentarea commentfeed"
                      + " commentstream commentform commentbox commentblock commentposts"
                      + " commentaires kommentare comentarios commenti reacties disqus disqusthread disquscomments livefyre viafoura vf"
                      + " coralthread spotim spcv fyre openweb hyvor giscus utterances remark42 respond"
                      + " wpdcom wpdthread wpdcomment wpdiscuz komentarze komentare komentari"
                      + " kommentarer kommentit yorumlar hozzaszolasok kommentarii comentaris"
                      + " leserkommentare"),
              named(COMMENT, "comment commentaire kommentar comentario commento"),
              named(
                  ASIDE,
                  "sidebar sidebars widgetarea widgetisedcolumn widgetizedcolumn rightrail leftrail siderail rightcol leftcol rail"
                      + " rightcolumn leftcolumn sidecolumn rightbar leftbar sidebox related"
                      + " recommend recommended recommendation recommendations recirc"
                      + " recirculation similar morestories morenews morearticles moreposts"
                      + " morefrom moreon morein alsoread alsolike readnext readalso mostread"
                      + " mostpopular mostviewed mostshared mostcommented mostrecent thefeed livefeed newsticker ticker popular trending upnext"
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
                  WIDGET,
                  "textwidget customhtmlwidget widgettext widgetblock widgetcustomhtml"
                      + " widgetmediavideo widgetsidebar wpwidgettext wpwidgetcustomhtml"),
              named(
                  ASIDE,
                  "latest breakingnews topstories topnews hotnews editorspicks editorpicks"
                      + " editorschoice dontmiss mustread seealso mightalsolike youmightalsolike"
                      + " youmightlike postauthor entryauthor articleauthor promo promobox"
                      + " advertisement advert adcontainer adslot adunit adwrapper sponsored"
                      + " offcanvas megamenu siteheader masthead globalheader bottomwidgets mgid"
                      + " mgbox revcontent dianomi"),
              named(
                  ASIDE,
                  product(
                      "latest recent trending top popular live our my related more similar",
                      "tweet tweets")),
              named(
                  ASIDE, product("latest recent trending popular related more similar", "videos")),
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
          "disqus livefyre viafoura spotim spcv fyre openweb hyvor outbrain taboola trc zergnet yarpp"
              + " addthis addtoany sharethis ctf sbi fts tagembed");

  /** How names begin, by which most classes are told to be none at their first word. */
  private static final Set<String> BEGINNINGS =
      NAMES.keySet().stream()
          .flatMap(
              name -> IntStream.rangeClosed(1, name.length()).mapToObj(n -> name.substring(0, n)))
          .collect(Collectors.toUnmodifiableSet());

  private static final int HASHES = 1 << 15;

  /** Hashes of the words that a name or what stands before one begins with. */
  private static final BitSet FIRST_WORDS =
      Stream.concat(BEGINNINGS.stream(), BEFORE.stream())
          .mapToInt(word -> hash(word, 0, word.length()) % HASHES)
          .collect(BitSet::new, BitSet::set, BitSet::or);

  /** True for parts that are, or may be, none of the article. */
  boolean isOutside() {
    return this == COMMENTS || this == COMMENT || this == ASIDE;
  }

  /** Reads the value of a class or id attribute. */
  static PartName of(String value) {
    PartName found = UNKNOWN;
    int length = Math.min(value.length(), MAX_LENGTH);
    int start = 0;
    for (int i = 0; i <= length; i++) {
      if (i == length || value.charAt(i) <= ' ') {
        PartName name = i > start ? ofToken(value, start, i) : UNKNOWN;
        if (name.isOutside()) {
          return name;
        }
        found = name == UNKNOWN ? found : name;
        start = i + 1;
      }
    }
    return found;
  }

  private static PartName ofToken(String value, int start, int end) {
    int from = start;
    while (from < end) {
      int next = endOfWord(value, from, end);
      if (!FIRST_WORDS.get(hash(value, from, next) % HASHES)) {
        break;
      }
      String word = value.substring(from, next).toLowerCase(Locale.ROOT);
      if (BEGINNINGS.contains(word)) {
        PartName name = named(wordsOf(value, from, end));
        if (name != UNKNOWN) {
          return name;
        }
      }
      if (!BEFORE.contains(word)) {
        break;
      }
      from = startOfWord(value, next, end);
    }
    return UNKNOWN;
  }

  /**
   * Not negative, and the same for capitals: most words are told by it without cutting them out.
   */
  private static int hash(String value, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      char c = value.charAt(i);
      hash = 31 * hash + (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    return (hash ^ hash >>> 15) & Integer.MAX_VALUE;
  }

  private static List<String> wordsOf(String value, int start, int end) {
    List<String> words = new ArrayList<>();
    int from = start;
    while (from < end && words.size() < MAX_WORDS) {
      int next = endOfWord(value, from, end);
      words.add(value.substring(from, next).toLowerCase(Locale.ROOT));
      from = startOfWord(value, next, end);
    }
    return words;
  }

  /** Words end at a sign, and where a capital follows a small letter. */
  private static int endOfWord(String value, int from, int end) {
    int at = from;
    while (at < end && !isSign(value.charAt(at))) {
      at++;
      if (at < end
          && Character.isUpperCase(value.charAt(at))
          && Character.isLowerCase(value.charAt(at - 1))) {
        break;
      }
    }
    return at;
  }

  private static int startOfWord(String value, int from, int end) {
    int at = from;
    while (at < end && isSign(value.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '_' || c == ':';
  }

  private static PartName named(List<String> words) {
    if (VENDORS.contains(words.get(0))) {
      return NAMES.get(words.get(0));
    }
    for (int to = words.size(); to > 0; to--) {
      PartName name = NAMES.get(String.join("", words.subList(0, to)));
      if (name != null) {
        return name;
      }
      if (!AFTER.contains(words.get(to - 1))) {
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
