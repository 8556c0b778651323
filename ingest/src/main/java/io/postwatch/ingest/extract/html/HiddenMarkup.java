// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Brings to light the markup that a page's scripts would show: in templates, text fields and
 * attributes, in the state of single-page apps, behind consent gates.
 */
final class HiddenMarkup {
  /** A template in a template in a template: deeper has not been seen. */
  private static final int MAX_DEPTH = 3;

  /** Pieces of one page, and their characters together: more than any article has. */
  private static final int MAX_PIECES = 1000;

  private static final int MAX_CHARACTERS = 8_000_000;

  /** Shorter attributes hold no embed. */
  private static final int MIN_LENGTH = 30;

  /** Attributes that tell of an element in words, and copy what stands elsewhere. */
  private static final Pattern ABOUT =
      Pattern.compile(
          "note|tooltip|title|^alt$|caption|credit|author|share|sharing|citation|summary|aria-");

  /** Types of scripts that browsers run; all others but JSON are templates. */
  private static final Set<String> SCRIPTS =
      Set.of("", "text/javascript", "application/javascript", "module", "text/babel", "text/jsx");

  private final Document page;
  private final StateMarkup state;
  private final ReactStream stream = new ReactStream();
  private Element beginOfStream;
  private PageIdentity identity;
  private int pieces;
  private int characters;

  private HiddenMarkup(Document page) {
    this.page = page;
    this.state = new StateMarkup(this::identity);
  }

  /** Puts hidden markup into the page, parsed, behind the element that hides it; never fails. */
  static void reveal(Document page) {
    new HiddenMarkup(page).reveal(page, 1);
  }

  /** Read when first needed: few states list articles. */
  private PageIdentity identity() {
    if (identity == null) {
      identity = PageIdentity.of(page);
    }
    return identity;
  }

  /** Markup to be put behind an element. */
  private record Piece(Element where, String markup) {}

  private void reveal(Element root, int depth) {
    List<Piece> found = new ArrayList<>();
    PageWalk.over(root, new Collector(found));
    if (root == page && beginOfStream != null) {
      state.in(stream.script()).forEach(markup -> found.add(new Piece(beginOfStream, markup)));
    }
    for (Piece piece : found) {
      if (pieces >= MAX_PIECES || characters + piece.markup.length() > MAX_CHARACTERS) {
        return;
      }
      pieces++;
      characters += piece.markup.length();
      Element shown = Markup.parse(piece.markup, page.baseUri()).body().tagName("div");
      PageScope.narrow(shown);
      if (depth < MAX_DEPTH) {
        reveal(shown, depth + 1);
      }
      place(shown, piece.where);
    }
  }

  private void place(Element shown, Element where) {
    if (where.parent() == null || where.parent() == page.head()) {
      page.body().appendChild(shown);
    } else {
      where.after(shown);
    }
  }

  /** Adds the pieces of what it is led over to those found. */
  private final class Collector implements PageWalk.Visitor {
    private final List<Piece> found;

    Collector(List<Piece> found) {
      this.found = found;
    }

    @Override
    public void enter(Element element, int depth) {
      if (hasRoom()) {
        collect(element, found);
      }
    }

    @Override
    public void text(TextNode text, int depth) {
      if (hasRoom()) {
        Shortcode.markup(text).ifPresent(markup -> found.add(new Piece(text.parent(), markup)));
      }
    }

    private boolean hasRoom() {
      return pieces + found.size() < MAX_PIECES;
    }
  }

  private void collect(Element element, List<Piece> found) {
    switch (element.normalName()) {
      case "script" -> {
        script(element).forEach(markup -> found.add(new Piece(element, markup)));
        attributes(element, found);
      }
      case "textarea" -> {
        if (!element.hasAttr("readonly")) {
          HiddenText.markup(element.wholeText()).ifPresent(m -> found.add(new Piece(element, m)));
        }
      }
      case "iframe" -> {
        restoreAddress(element);
        attributes(element, found);
      }
      case "meta", "input", "link", "img", "a", "option" -> {
        // Their attributes describe the page or are copied by readers; they show nothing.
      }
      default -> attributes(element, found);
    }
  }

  private List<String> script(Element element) {
    String data = element.data();
    if (stream.take(data)) {
      beginOfStream = beginOfStream == null ? element : beginOfStream;
      return List.of();
    }
    if (data.length() < MIN_LENGTH) {
      return List.of();
    }
    if (!EmbedSigns.in(data)) {
      return HiddenText.decoded(data).map(List::of).orElse(List.of());
    }
    String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
    if (type.endsWith("ld+json")) {
      return state.inLinkedData(data);
    }
    if (SCRIPTS.contains(type) || type.endsWith("json") || !data.stripLeading().startsWith("<")) {
      return state.in(NuxtPayload.is(element) ? NuxtPayload.plain(data) : HiddenText.script(data));
    }
    return List.of(data);
  }

  private void attributes(Element element, List<Piece> found) {
    if (!MoreAttributes.in(element)) {
      return;
    }
    for (Attribute attribute : element.attributes()) {
      String value = attribute.getValue();
      if (value.length() >= MIN_LENGTH) {
        // Names are looked at last: few values are markup or state, and the pattern is dear.
        List<String> hidden = hidden(value);
        if (!hidden.isEmpty() && !ABOUT.matcher(attribute.getKey()).find()) {
          hidden.forEach(markup -> found.add(new Piece(element, markup)));
        }
      }
    }
  }

  private List<String> hidden(String value) {
    char first = value.charAt(0);
    if (first == '{' || first == '[' || first == '"') {
      return EmbedSigns.in(value) ? state.in(value) : List.of();
    }
    return HiddenText.markup(value).map(List::of).orElse(List.of());
  }

  /** Consent gates and lazy loaders keep an iframe's address in another attribute. */
  private static void restoreAddress(Element iframe) {
    if (isAddress(iframe.attr("src"))) {
      return;
    }
    for (Attribute attribute : iframe.attributes()) {
      if (isAddress(attribute.getValue())) {
        iframe.attr("src", attribute.getValue());
        return;
      }
    }
  }

  private static boolean isAddress(String value) {
    return value.startsWith("https://") || value.startsWith("http://") || value.startsWith("//");
  }
}
