// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Takes from a page what is not its article: navigation, side columns, footers, readers' comments,
 * related articles, feeds, share buttons, authors' boxes, footnotes.
 */
final class PageScope implements PageWalk.Visitor {
  private static final Set<String> OUTSIDE_ROLES = Set.of("navigation", "contentinfo", "search");

  /** Classes of what is set apart in an article, and is no side column. */
  private static final Pattern OF_EMBEDS =
      Pattern.compile(
          "embed|tweet|twitter|social|media|instagram|quote|video|pull", Pattern.CASE_INSENSITIVE);

  private final List<Part> parts = new ArrayList<>();
  private final Deque<Part> open = new ArrayDeque<>();
  private final Deque<Element> contents = new ArrayDeque<>();
  private final List<Element> headings = new ArrayList<>();

  /** Two of three classes have been on the page before. */
  private final Map<String, PartName> classNames = new HashMap<>();

  private final Map<String, GridColumn> columns = new HashMap<>();

  /** The first wide column by its row, and by what a row of its own lies in. */
  private final Map<Element, Part> wideColumns = new IdentityHashMap<>();

  private int words;
  private int quotes;
  private boolean headline;
  private final Consumer<Element> seen;

  private PageScope(Consumer<Element> seen) {
    this.seen = seen;
  }

  /**
   * Empties the elements that are not the article and leaves them in their places, in linear time.
   *
   * <p>An element that only its class calls a side part is left alone where it has the article's
   * body or headline, or most of the page's words: sites name their columns as they like.
   */
  static void narrow(Element page) {
    narrow(page, element -> {});
  }

  /**
   * Narrows the page likewise.
   *
   * @param seen is given each element in its order, before anything is emptied
   */
  static void narrow(Element page, Consumer<Element> seen) {
    PageScope scope = new PageScope(seen);
    PageWalk.over(page, scope);
    for (Part part : scope.parts) {
      if (part.isOutside(scope.words) && scope.isBesideArticle(part)) {
        part.element.empty().clearAttributes();
      }
    }
    scope.headings.forEach(ReferenceList::empty);
  }

  @Override
  public void text(TextNode text, int depth) {
    words += text.parentNameIs("p") ? text.getWholeText().length() : 0;
  }

  @Override
  public void enter(Element element, int depth) {
    seen.accept(element);
    String tag = element.normalName();
    boolean bare = element.attributesSize() == 0;
    PartName name = bare ? PartName.UNKNOWN : name(element);
    boolean body = !bare && element.attributes().get("itemprop").equals("articleBody");
    boolean first = !headline && tag.equals("h1");
    if (body || first) {
      // Elements that hold the article need not be told again: each is marked at most once.
      open.forEach(part -> part.holdsArticle = true);
      open.clear();
      headline |= first;
    }
    if (tag.equals("blockquote")) {
      quotes++;
    }
    if (ReferenceList.mayBeHeading(element)) {
      headings.add(element);
    }
    if (body || name == PartName.CONTENT || tag.equals("article")) {
      contents.push(element);
    }
    if (mayBeOutside(element, tag, name, bare) && !isNeverAside(tag)) {
      Part part = new Part(element, name != PartName.COMMENTS, words, false);
      parts.add(part);
      open.push(part);
    } else if (!bare && contents.isEmpty() && !isNeverAside(tag)) {
      enterColumn(element);
    }
  }

  private void enterColumn(Element element) {
    String classes = element.attributes().get("class");
    GridColumn column =
        classes.isEmpty() ? GridColumn.NONE : columns.computeIfAbsent(classes, GridColumn::of);
    if (column == GridColumn.NONE) {
      return;
    }
    Part part = new Part(element, true, words, true);
    open.push(part);
    if (column == GridColumn.NARROW) {
      parts.add(part);
    } else {
      Element row = element.parent();
      wideColumns.putIfAbsent(row, part);
      wideColumns.putIfAbsent(row == null ? null : row.parent(), part);
    }
  }

  /** A narrow column may be one of several that show an article's posts, but for its neighbour. */
  private boolean isBesideArticle(Part part) {
    if (!part.isColumn) {
      return true;
    }
    Part wide = wideColumns.get(part.element.parent());
    return wide != null && !wide.isOutside(words);
  }

  @Override
  public void leave(Element element) {
    if (element.nameIs("blockquote")) {
      quotes--;
    }
    if (contents.peek() == element) {
      contents.pop();
    }
    if (!open.isEmpty() && open.peek().element == element) {
      open.pop().wordsAfter = words;
    }
  }

  private boolean mayBeOutside(Element element, String tag, PartName name, boolean bare) {
    if (name.isOutside()) {
      return true;
    }
    String role = bare ? "" : element.attributes().get("role");
    boolean outside =
        switch (tag) {
          case "nav", "amp-sidebar", "amp-social-share", "button", "select" -> true;
          case "footer" -> quotes == 0;
          default ->
              (tag.equals("aside") || role.equals("complementary") || name == PartName.WIDGET)
                  && contents.isEmpty()
                  && !isEmbed(element);
        };
    return outside || !role.isEmpty() && OUTSIDE_ROLES.contains(role);
  }

  /** What is the page or a post as a whole, whatever its class says of columns. */
  private static boolean isNeverAside(String tag) {
    return switch (tag) {
      case "html", "head", "body", "main", "article", "form", "h1", "blockquote", "iframe" -> true;
      default -> false;
    };
  }

  private static boolean isEmbed(Element element) {
    return OF_EMBEDS.matcher(element.attributes().get("class")).find();
  }

  private PartName name(Element element) {
    Attributes attributes = element.attributes();
    String classes = attributes.get("class");
    PartName byClass =
        classes.isEmpty() ? PartName.UNKNOWN : classNames.computeIfAbsent(classes, PartName::of);
    return byClass.isOutside() ? byClass : firstKnown(PartName.of(attributes.get("id")), byClass);
  }

  private static PartName firstKnown(PartName name, PartName other) {
    return name == PartName.UNKNOWN ? other : name;
  }

  /** An element that may be outside the article. */
  private static final class Part {
    final Element element;
    final boolean weighed;
    final int wordsBefore;
    final boolean isColumn;
    int wordsAfter;
    boolean holdsArticle;

    Part(Element element, boolean weighed, int wordsBefore, boolean isColumn) {
      this.element = element;
      this.weighed = weighed;
      this.wordsBefore = wordsBefore;
      this.isColumn = isColumn;
    }

    boolean isOutside(int words) {
      return !holdsArticle && !(weighed && (wordsAfter - wordsBefore) * 2L > words);
    }
  }
}
