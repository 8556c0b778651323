// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the page makes of a server that has nothing, is gone, asks who is there, or passes on an
 * attack.
 */
class DashboardStatesIT {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * Markup, handlers, overrides of direction that are never closed, and letters piled on letters.
   */
  private static final String ATTACK =
      "</p></li></ol><script>alert(1)</script><img src='https://evil.example/x' onerror='alert(2)'>"
          + "<style>*{display:none}</style><svg/onload=alert(3)>\u202E\u2066\u2067 protest "
          + ("Z" + "\u0335\u0321\u034d\u0301\u0350".repeat(12)).repeat(20)
          + "\u0000\u0007\u2028";

  private static final int LONG = 100 * 1024;

  private static final String OUTLINE =
      """
      () => {
        const others = ".name, .text, .more, svg";
        const parts = ".bar, .panel, .sheet, .row, .card, .excerpt, tr";
        return [...document.querySelectorAll("*")]
          .filter((element) => !element.parentElement?.closest(others) && !element.matches(".more, div:not([class], [id])"))
          .map((element) => {
            const { x, width } = element.getBoundingClientRect();
            const place = element.matches(parts) ? ` from ${Math.round(x)} to ${Math.round(x + width)}` : "";
            return `${element.tagName} ${element.className} ${getComputedStyle(element).direction}${place}`;
          })
          .join(";\\n");
      }
      """;

  private static Chromium chromium;
  private Viewer viewer;
  private FixedAnswers server;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void look() {
    viewer = chromium.viewer(1366, 900);
    server = FixedAnswers.to(viewer.page);
  }

  @AfterEach
  void nothingWentAmiss() {
    try {
      viewer.hasSeenNothingAmiss();
    } finally {
      viewer.close();
    }
  }

  @Test
  void whereNothingIsCountedItSaysHowToBegin() {
    open("");

    assertThat(viewer.find("#notice")).containsText("No posts yet");
    assertThat(viewer.find("#notice")).containsText("./postwatch run articles/");
    viewer.canBeUsedByAll();
  }

  @Test
  void whereNothingIsInTheTimeShownItSaysWhereToLook() {
    server.answer("topics", "{'items': [{'topic': 'protest', 'posts': 3}], 'next': null}");
    open("range=hour");

    assertThat(viewer.find("#notice")).containsText("No posts in this time");
    assertThat(viewer.find("#notice a").first()).containsText("the last day");
  }

  @Test
  void aServerThatIsNotThereYetIsWaitedFor() {
    server.goDown(true);
    open("");
    assertThat(viewer.find("#connection")).hasAttribute("data-state", "reconnecting");
    assertThat(viewer.find("#notice")).containsText("The server does not answer.");

    server.goDown(false);

    assertThat(viewer.find("#notice")).containsText("No posts yet");
  }

  @Test
  void aFeedThatBreaksOffLeavesWhatIsShownAndSaysSo() {
    protests(7);
    open("");

    assertThat(viewer.card("Protest").locator(".number")).hasText("7");
    assertThat(viewer.find("#connection")).hasAttribute("data-state", "reconnecting");
    assertThat(viewer.find("#connection")).containsText("last heard");
  }

  @Test
  void aTokenIsAskedForKeptInTheTabAndSent() {
    protests(7);
    server.allow(request -> "Bearer s3cret".equals(request.headers().get("authorization")));
    open("");
    assertThat(viewer.find("#notice")).containsText("This server asks for a token");
    viewer.canBeUsedByAll();

    viewer.find("#token").fill("wrong");
    viewer.find("#token").press("Enter");
    assertThat(viewer.find("#notice")).containsText("That token is not the one.");
    viewer.find("#token").fill("s3cret");
    viewer.find("#token").press("Enter");

    assertThat(viewer.card("Protest")).isVisible();
    viewer.page.reload();
    assertThat(viewer.card("Protest")).isVisible();
    assertThat(viewer.page.evaluate("localStorage.length + document.cookie.length")).isEqualTo(0);
  }

  @Test
  void anUnknownTopicIsSaidInTheServersWordsWithAWayOut() {
    protests(7);
    server.forget("top");
    open("topic=nonsense");
    assertThat(viewer.find("#notice")).containsText("Nothing is known of /api/v1/top.");
    server.answer("top", list());

    viewer.find("#notice a").click();

    assertThat(viewer.card("Protest")).isVisible();
  }

  @Test
  void nonsenseInTheAddressIsAsGoodAsAbsent() {
    protests(7);
    open(
        "range=%00&clock=%3Cb%3E&until=yesterday&place=../..&theme=javascript:alert(1)&region=moon&from=x&to=y");

    assertThat(viewer.card("Protest")).isVisible();
    assertThat(viewer.find("#range input[value=day]")).isChecked();
    assertThat(viewer.find("#sheet")).isHidden();
  }

  @Test
  void anAttackChangesNothingButItsOwnTextBox() {
    String harmless = "Huge protest in Kenya";
    String shown = outline(harmless, harmless);
    int asked = viewer.requests();

    String attacked = outline(ATTACK, ATTACK + "A".repeat(LONG));

    assertThat(attacked).isEqualTo(shown);
    assertThat(viewer.requests()).isEqualTo(2 * asked);
    assertThat(viewer.find(".post .text")).containsText("<script>alert(1)</script>");
    assertThat(viewer.find(".post .text .control").first()).hasText("RLO");
    viewer.find(".post .more").click();
    assertThat(viewer.find(".post .text")).containsText("AAAA");
    assertThat(viewer.find("script")).hasCount(2);
    assertThat(viewer.find("img, style, iframe, object, embed")).hasCount(0);
    assertThat(viewer.find(".sheet a[href^=javascript]")).hasCount(0);
    viewer.canBeUsedByAll();
  }

  private void open(String view) {
    viewer.open(FixedAnswers.ADDRESS.resolve("/#" + view));
  }

  /**
   * Opens a post whose every field is the text.
   *
   * @return all elements but what is within boxes of others' text, and where the page's parts stand
   */
  private String outline(String name, String text) {
    protests(7);
    server.answer("rising", list(rising(name)));
    server.answer("spikes", list(spike(name)));
    server.answer("places", list(place(name)));
    server.answer("incidents", list(incident(name, text)));
    server.answer("posts/x:1", post(name, text));
    viewer.page.navigate("about:blank");
    open("post=x:1&of=protest&from=2026-04-16T00:00:00Z&to=2026-04-17T00:00:00Z");
    assertThat(viewer.find(".post .text")).isVisible();
    assertThat(viewer.find("#rising-body .row, #spikes-body .row")).hasCount(2);
    return viewer.page.evaluate(OUTLINE).toString();
  }

  private void protests(int posts) {
    ObjectNode series = NODES.objectNode();
    series.putArray("starts").add(Instant.now().truncatedTo(ChronoUnit.HOURS).toString());
    ObjectNode protest = NODES.objectNode().put("topic", "protest");
    protest.putArray("values").add(posts);
    series.putArray("items").add(protest);
    server.answer("series", series);
    server.answer(
        "top",
        list(NODES.objectNode().put("topic", "protest").put("posts", posts).put("previous", 1)));
  }

  private static ObjectNode list(ObjectNode... items) {
    ObjectNode list = NODES.objectNode();
    list.putArray("items").addAll(List.of(items));
    list.putNull("next");
    return list;
  }

  private static ObjectNode place(String name) {
    return NODES
        .objectNode()
        .put("place", "184745")
        .put("name", name)
        .put("country", "KE")
        .put("latitude", -1.28)
        .put("longitude", 36.8)
        .put("kind", "CAPITAL")
        .put("posts", 7);
  }

  private static ObjectNode rising(String name) {
    ObjectNode rising = NODES.objectNode().put("topic", "protest").put("place", "184745");
    rising.put("placeName", name).put("observed", 7).put("expected", 0.5).put("ratio", 14);
    rising.put("since", "2026-04-16T20:00:00Z").put("until", "2026-04-16T21:00:00Z");
    rising.put("spike", true).putArray("minutes").add(1).add(6);
    return rising;
  }

  private static ObjectNode spike(String text) {
    ObjectNode spike = NODES.objectNode().put("topic", "protest").put("place", "184745");
    spike.put("placeName", text).put("observed", 7).put("expected", 0.5).put("isOver", false);
    spike.put("start", "2026-04-16T20:00:00Z").put("end", "2026-04-16T21:00:00Z");
    spike.put("authors", 3).put("outlets", 2);
    spike.putArray("evidence").addObject().put("post", "x:1").put("text", text);
    return spike;
  }

  private static ObjectNode incident(String name, String text) {
    ObjectNode incident = NODES.objectNode().put("post", "x:1").put("topic", "protest");
    incident.put("platform", "x").put("handle", name).put("author", name).put("text", text);
    incident.put("postedAt", "2026-04-16T20:15:00Z").put("postedAtPrecision", "MINUTE");
    incident.put("sightings", 1).set("place", place(name));
    incident.putArray("evidence").addObject().put("start", -5).put("end", 1_000_000);
    return incident;
  }

  private static ObjectNode post(String name, String text) {
    ObjectNode post = incident(name, text);
    post.put("url", "javascript:alert(4)");
    post.put("language", "zz-" + name);
    post.putArray("watchLists").add(name);
    post.putArray("incidents").add(incident(name, text));
    ObjectNode article = post.putArray("articles").addObject();
    article.put("url", "data:text/html,<script>alert(5)</script>").put("title", name);
    article.put("outlet", name);
    return post;
  }
}
