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

  private static final int HASHES = 1 << 15;

  /**
   * Hashes of the beginnings of names, by which most classes are told to be none at their first
   * word.
   */
  private static final BitSet BEGINNINGS =
      hashes(
          NAMES.keySet().stream()
              .flatMap(
                  name ->
                      IntStream.rangeClosed(1, name.length()).mapToObj(n -> name.substring(0, n))));

  private static final BitSet NAME_HASHES = hashes(NAMES.keySet().stream());
  private static final BitSet BEFORE_HASHES = hashes(BEFORE.stream());
  private static final BitSet AFTER_HASHES = hashes(AFTER.stream());

  /** True for parts that are, or may be, none of the article. */
  boolean isOutside() {
    return this == COMMENTS || this == COMMENT || this == ASIDE;
  }

  /** Reads the value of a class or id attribute. */
  static PartName of(String value) {
    PartName found = UNKNOWN;
    int length = Math.min(value.length(), MAX_LENGTH);
    int start = 0;
    while (start < length) {
      int next = endOfWord(value, start, length);
      int hash = hash(0, value, start, next);
      int end = endOfToken(value, next, length);
      if (has(BEGINNINGS, hash) || has(BEFORE_HASHES, hash)) {
        PartName name = ofToken(value, start, end);
        if (name.isOutside()) {
          return name;
        }
        found = name == UNKNOWN ? found : name;
      }
      start = end + 1;
    }
    return found;
  }

  private static int endOfToken(String value, int start, int length) {
    int at = start;
    while (at < length && value.charAt(at) > ' ') {
      at++;
    }
    return at;
  }

  private static PartName ofToken(String value, int start, int end) {
    int from = start;
    while (from < end && !isSign(value.charAt(from))) {
      int next = endOfWord(value, from, end);
      int hash = hash(0, value, from, next);
      if (has(BEGINNINGS, hash)) {
        PartName name = named(value, from, end);
        if (name != UNKNOWN) {
          return name;
        }
      }
      if (!has(BEFORE_HASHES, hash) || !BEFORE.contains(word(value, from, next))) {
        break;
      }
      from = startOfWord(value, next, end);
    }
    return UNKNOWN;
  }

  private static BitSet hashes(Stream<String> words) {
    return words
        .mapToInt(word -> bit(hash(0, word, 0, word.length())))
        .collect(BitSet::new, BitSet::set, BitSet::or);
  }

  private static boolean has(BitSet hashes, int hash) {
    return hashes.get(bit(hash));
  }

  private static int bit(int hash) {
    return (hash ^ hash >>> 15) & (HASHES - 1);
  }

  /**
   * The hash of what stands before and of a word, the same for capitals: words are looked up by it
   * before they are cut out, which took most of the time.
   */
  private static int hash(int before, String value, int start, int end) {
    int hash = before;
    for (int i = start; i < end; i++) {
      char c = value.charAt(i);
      hash = 31 * hash + (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    return hash;
  }

  private static String word(String value, int start, int end) {
    return value.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** Words end at a sign or a space, and where a capital follows a small letter. */
  private static int endOfWord(String value, int from, int end) {
    boolean small = false;
    for (int at = from; at < end; at++) {
      char c = value.charAt(at);
      if (c <= ' ' || isSign(c) || small && Character.isUpperCase(c)) {
        return at;
      }
      small = Character.isLowerCase(c);
    }
    return end;
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

  private static PartName named(String value, int start, int end) {
    int[] starts = new int[MAX_WORDS];
    int[] ends = new int[MAX_WORDS];
    int[] hashes = new int[MAX_WORDS];
    int count = 0;
    int hash = 0;
    for (int at = start;
        at < end && count < MAX_WORDS;
        at = startOfWord(value, ends[count++], end)) {
      starts[count] = at;
      ends[count] = endOfWord(value, at, end);
      hash = hash(hash, value, at, ends[count]);
      hashes[count] = hash;
    }
    if (has(NAME_HASHES, hashes[0])) {
      String first = word(value, start, ends[0]);
      if (VENDORS.contains(first)) {
        return NAMES.get(first);
      }
    }
    for (int last = count - 1; last >= 0; last--) {
      PartName name =
          has(NAME_HASHES, hashes[last]) ? NAMES.get(joined(value, start, ends[last])) : null;
      if (name != null) {
        return name;
      }
      if (!mayFollow(value, starts[last], ends[last])) {
        break;
      }
    }
    return UNKNOWN;
  }

  private static boolean mayFollow(String value, int start, int end) {
    return has(AFTER_HASHES, hash(0, value, start, end)) && AFTER.contains(word(value, start, end));
  }

  private static String joined(String value, int start, int end) {
    StringBuilder joined = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (!isSign(value.charAt(i))) {
        joined.append(value.charAt(i));
      }
    }
    return joined.toString().toLowerCase(Locale.ROOT);
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
