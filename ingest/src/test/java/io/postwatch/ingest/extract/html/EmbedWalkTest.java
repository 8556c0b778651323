// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

class EmbedWalkTest {
  private static final Document PAGE =
      Markup.parse("<ul><li>1</li></ul><p><b>2</b></p><i>3</i>", "");

  /** Notes what it is shown, and passes over one kind of element. */
  private static final class Notes implements EmbedFinder.Search {
    private final String passed;
    private final List<String> entered = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    Notes(String passed) {
      this.passed = passed;
    }

    @Override
    public boolean enter(Element element, int depth) {
      entered.add(element.normalName());
      return !element.nameIs(passed);
    }

    @Override
    public void text(TextNode text, int depth) {
      words.append(text.getWholeText());
    }

    @Override
    public void leave(Element element) {
      left.add(element.normalName());
    }

    @Override
    public List<FoundPost> posts() {
      return List.of();
    }
  }

  private static void walk(Notes... searches) {
    List<EmbedFinder> finders = new ArrayList<>();
    for (Notes search : searches) {
      finders.add((page, latest) -> search);
    }
    EmbedWalk.find(finders, PAGE, Instant.EPOCH);
  }

  @Test
  void whatOneSearchPassesOverTheOthersSee() {
    Notes passing = new Notes("ul");
    Notes all = new Notes("none");

    walk(passing, all);

    assertThat(passing.entered).contains("ul", "b", "i").doesNotContain("li");
    assertThat(passing.left).contains("p").doesNotContain("ul", "li");
    assertThat(passing.words).hasToString("23");
    assertThat(all.entered).contains("li", "b", "i");
    assertThat(all.words).hasToString("123");
  }

  @Test
  void elementsAreEnteredAndLeftInThePagesOrder() {
    Notes all = new Notes("none");

    walk(all);

    assertThat(all.entered).endsWith("body", "ul", "li", "p", "b", "i");
    assertThat(all.left).startsWith("head", "li", "ul", "b", "p", "i", "body");
  }

  @Test
  void aPageOfAThousandElementsInEachOtherIsWalkedThrough() {
    Notes all = new Notes("none");
    Document deep = Document.createShell("");
    Element inner = deep.body();
    for (int i = 0; i < 1000; i++) {
      inner = inner.appendElement("div");
    }

    EmbedWalk.find(List.of((page, latest) -> all), deep, Instant.EPOCH);

    assertThat(all.left).filteredOn("div"::equals).hasSize(1000);
  }
}
