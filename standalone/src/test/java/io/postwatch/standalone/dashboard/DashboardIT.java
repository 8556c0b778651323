// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import io.postwatch.ingest.IngestObserver;
import io.postwatch.ingest.Tally;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.standalone.LocalCluster;
import io.postwatch.standalone.Newsroom.Post;
import io.postwatch.standalone.Pipeline;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser, before a pipeline that reads a directory to which articles are added. */
class DashboardIT {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final Duration LONGEST = Duration.ofMinutes(2);

  @TempDir static Path directory;
  private static Chromium chromium;
  private static LocalCluster cluster;
  private static Pipeline pipeline;
  private static URI dashboard;
  private static ExampleNews news;

  private Viewer viewer;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    Path articles = Files.createDirectory(directory.resolve("articles"));
    news = new ExampleNews(articles);
    cluster = LocalCluster.start(Optional.of(directory.resolve("data")), 0, 0);
    Settings settings = settings(articles);
    pipeline = Pipeline.start(settings, false, new Quiet());
    dashboard = pipeline.address().orElseThrow();
    String last = news.publishTheDaysBefore(Instant.now(), KafkaSettings.from(settings));
    await().atMost(LONGEST).until(() -> answer("posts?key=" + last).contains(last));
    try (Stream<Path> examples = Files.list(EXAMPLES)) {
      for (Path example : examples.toList()) {
        Files.copy(example, articles.resolve(example.getFileName()));
      }
    }
    await().atMost(LONGEST).until(() -> answer("posts?handle=steppemon_demo").contains("Astana"));
  }

  private static Settings settings(Path articles) {
    Map<String, String> all = new HashMap<>(Pipeline.settings());
    all.putAll(cluster.settings());
    all.put("ingest.inputs", articles.toString());
    all.put("http.port", "0");
    return Settings.load(Optional.empty(), Map.of(), all);
  }

  private static String answer(String question) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(dashboard.resolve("/api/v1/" + question)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @AfterAll
  static void stop() {
    if (pipeline != null) {
      pipeline.close();
    }
    if (cluster != null) {
      cluster.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void look() {
    viewer = chromium.viewer(1920, 1080);
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
  void theNumberGrowsWhilePostsFlow() throws Exception {
    open("show=all");
    int before = viewer.number("Kidnapping");

    news.article(post("Gunmen kidnapped 11 students from a school in Kaduna"));

    eventually().until(() -> viewer.number("Kidnapping") == before + 1);
    assertThat(viewer.find("#connection")).hasAttribute("data-state", "live");
  }

  @Test
  void aNumberLeadsToItsPostsAndThoseToTheirEvidenceAndArticles() {
    open("place=KZ");
    viewer.card("Arrest").locator(".number").click();
    assertThat(viewer.find("#sheet-title")).containsText("Arrest · Kazakhstan");
    Locator post =
        viewer
            .find(".excerpt")
            .filter(new Locator.FilterOptions().setHasText("detained 23 people"));
    assertThat(post).hasCount(1);

    post.locator("a.main").click();

    assertThat(viewer.find(".post .text mark").first()).containsText("detained");
    Locator article = viewer.find(".articles a");
    assertThat(article).hasCount(1);
    assertThat(article).hasAttribute("rel", "noopener noreferrer");
    assertThat(article).hasAttribute("href", Pattern.compile("^https://[a-z-]+\\.example/"));
    assertThat(viewer.find(".post > p .outside"))
        .hasAttribute("href", Pattern.compile("^https://(x|twitter)\\.com/.*/status/\\d+$"));
  }

  @Test
  void theMapShowsKazakhstanAndFiltersByIt() {
    open("");
    Locator kazakhstan = viewer.find(".countries [data-place=KZ]");
    assertThat(kazakhstan).hasAttribute("data-posts", Pattern.compile("[1-9]\\d*"));
    assertThat(viewer.find("#places-body tr:has(a.place bdi:text-is('Kazakhstan'))")).isVisible();
    assertThat(viewer.card("Strike")).isVisible();

    // Beside the circle of Astana.
    BoundingBox box = kazakhstan.boundingBox();
    kazakhstan.click(new Locator.ClickOptions().setPosition(box.width / 4, box.height / 2));

    assertThat(viewer.find("#filters")).containsText("Kazakhstan");
    assertThat(viewer.card("Strike")).hasCount(0);
    assertThat(viewer.card("Arrest")).isVisible();
    assertThat(viewer.page.url()).contains("place=KZ");

    viewer.page.goBack();

    assertThat(viewer.card("Strike")).isVisible();
    assertThat(viewer.find("#filters")).isHidden();
  }

  @Test
  void whatRisesAndWhatStoodOutAreToldWithTheirPlace() {
    open("");
    Locator rising = viewer.find("#rising-body .row.is-rising").first();
    assertThat(rising).containsText("Protest Nairobi, Kenya");
    assertThat(rising).containsText("expected · since");
    assertThat(viewer.card("Protest").locator(".badge")).containsText("×");
    Locator spikes = viewer.find("#spikes-body .row");
    assertThat(spikes.filter(new Locator.FilterOptions().setHasText("Protest Nairobi, Kenya")))
        .containsText("since");
    assertThat(spikes.filter(new Locator.FilterOptions().setHasText("natural Temuco, Chile")))
        .containsText("over: ");

    rising.locator("a.main").click();

    assertThat(viewer.find("#sheet-title")).containsText("Protest · Nairobi");
    assertThat(
            viewer
                .find(".excerpt")
                .filter(new Locator.FilterOptions().setHasText("march to"))
                .first())
        .isVisible();
  }

  @Test
  void aTopicAndARangeAreChosenAndALinkShowsTheSameToAnother() {
    open("");
    viewer.card("Strike").locator("h3 a").click();
    viewer.find("#range label").filter(new Locator.FilterOptions().setHasText("Month")).click();
    viewer.find("#clock label").filter(new Locator.FilterOptions().setHasText("Posted")).click();
    assertThat(viewer.find(".card")).hasCount(1);
    assertThat(viewer.find("#volume-when")).containsText("posted; a bar is a day");
    viewer.find("#pause").click();
    assertThat(viewer.find("#connection")).hasAttribute("data-state", "paused");
    assertThat(viewer.find("#volume-when")).not().containsText("today");
    String shown = viewer.find("#volume").innerText();

    try (Viewer another = chromium.viewer(1920, 1080)) {
      another.open(URI.create(viewer.page.url()));

      assertThat(another.find("#volume")).hasText(Pattern.compile(".*Strike.*", Pattern.DOTALL));
      eventually()
          .untilAsserted(() -> assertThat(another.find("#volume").innerText()).isEqualTo(shown));
      assertThat(another.find("#range input[value=month]")).isChecked();
      assertThat(another.find("#clock input[value=POSTED]")).isChecked();
      another.hasSeenNothingAmiss();
    }
  }

  @Test
  void whatIsPausedStandsStillAndGoesOnWithWhatCameMeanwhile() throws Exception {
    open("show=all");
    viewer.find("#pause").click();
    assertThat(viewer.find("#connection")).hasAttribute("data-state", "paused");
    int before = viewer.number("Disease");
    try (Viewer live = chromium.viewer(1280, 800)) {
      live.open(dashboard.resolve("/#show=all"));
      live.card("Disease").waitFor();
      int seen = live.number("Disease");

      news.article(post("Cholera outbreak in Lilongwe: 40 new cases, hospital asks for help"));
      eventually().until(() -> live.number("Disease") == seen + 1);
    }
    assertThat(viewer.number("Disease")).isEqualTo(before);

    viewer.find("#pause").click();

    eventually().until(() -> viewer.number("Disease") == before + 1);
  }

  @Test
  void postsAreFoundByHandleHashtagAndWords() throws Exception {
    news.article(
        Post.at(
            Instant.now(),
            900_001,
            "lookout_demo",
            "Bridge closed in Oslo after a flood #bridgewatch"));
    open("");

    for (String search : List.of("@lookout_demo", "#bridgewatch", "bridge oslo")) {
      eventually()
          .untilAsserted(
              () -> {
                viewer.find("#search-text").fill("");
                viewer.page.evaluate("location.hash = ''");
                viewer.find("#search-text").fill(search);
                viewer.find("#search-text").press("Enter");
                assertThat(viewer.find(".excerpts .text")).containsText("Bridge closed in Oslo");
              });
    }
  }

  @Test
  void anAttackThatAnArticleEmbedsComesOutAsText() throws Exception {
    String attack =
        "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt; protest "
            + "\u202E"
            + "A".repeat(100 * 1024);
    news.article(Post.at(Instant.now(), 900_002, "attack_demo", attack));
    eventually().until(() -> answer("posts?handle=attack_demo").contains("alert(1)"));
    open("");

    viewer.find("#search-text").fill("@attack_demo");
    viewer.find("#search-text").press("Enter");
    viewer.find(".excerpt a.main").click();

    assertThat(viewer.find(".post .text"))
        .containsText("</p><script>alert(1)</script><img src=x onerror=alert(2)> protest");
    assertThat(viewer.find(".post .text .control").first()).hasText("RLO");
    assertThat(viewer.find("script")).hasCount(2);
    assertThat(viewer.find("img, style, iframe, object, embed")).hasCount(0);
  }

  @Test
  void theKeyboardAloneLeadsFromANumberToAPostAndBack() {
    open("place=KZ");
    viewer.card("Arrest").waitFor();
    tabTo("Arrest: ");
    viewer.page.keyboard().press("Enter");
    assertThat(viewer.find("#sheet-title")).isFocused();
    assertThat(viewer.find(".excerpt").first()).isVisible();
    tabTo("Open the post");
    String second = viewer.find(".excerpt a.main").nth(1).getAttribute("href");
    viewer.page.keyboard().press("ArrowDown");
    assertThat(viewer.find(".excerpt a.main[href='" + second + "']")).isFocused();

    viewer.page.keyboard().press("Enter");

    assertThat(viewer.find(".post .text")).isVisible();
    assertThat(viewer.find("#sheet-title")).isFocused();
    viewer.page.keyboard().press("Escape");
    assertThat(viewer.find("#sheet")).isHidden();
    assertThat(viewer.card("Arrest").locator(".number")).isFocused();
  }

  private void tabTo(String label) {
    for (int presses = 0; presses < 150; presses++) {
      viewer.page.keyboard().press("Tab");
      Object focused =
          viewer.page.evaluate("document.activeElement.getAttribute('aria-label') ?? ''");
      if (focused.toString().startsWith(label)) {
        return;
      }
    }
    throw new AssertionError("the Tab key does not lead to: " + label);
  }

  @Test
  void nobodyIsKeptOutInLightOrDarkOrInTheSheet() {
    for (String theme : List.of("light", "dark")) {
      open("theme=" + theme);
      viewer.card("Arrest").waitFor();
      viewer.canBeUsedByAll();
      viewer.card("Arrest").locator(".number").click();
      viewer.find(".excerpt a.main").first().click();
      viewer.find(".post .text").waitFor();
      viewer.canBeUsedByAll();
    }
    open("show=table");
    viewer.find("#volume td a").first().click();
    viewer.find(".excerpt").first().waitFor();
    viewer.canBeUsedByAll();
  }

  @Test
  void allOfItIsReadOnAPhone() {
    for (int width : new int[] {390, 320}) {
      viewer.page.setViewportSize(width, 844);
      open("");
      viewer.card("Protest").waitFor();
      assertThat(viewer.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      viewer.card("Protest").locator(".number").click();
      viewer.find(".excerpt").first().waitFor();
      assertThat(viewer.page.evaluate("document.getElementById('main').inert")).isEqualTo(true);
    }
  }

  @Test
  void screenshotsAreKept() {
    open("");
    viewer.card("Protest").waitFor();
    viewer.find(".labels text").first().waitFor();
    viewer.screenshot("wall-light");
    viewer.page.setViewportSize(1600, 900);
    viewer.screenshot("dashboard");
    viewer.page.setViewportSize(1920, 1080);
    open("theme=dark");
    viewer.card("Protest").waitFor();
    viewer.screenshot("wall-dark");
    viewer.card("Protest").locator(".number").click();
    viewer.find(".excerpt a.main").first().click();
    viewer.find(".post .text").waitFor();
    viewer.screenshot("post-dark");
    viewer.page.setViewportSize(390, 844);
    open("");
    viewer.card("Protest").waitFor();
    viewer.screenshot("phone");

    assertThat(Path.of("target", "screenshots"))
        .isDirectoryContaining("glob:**wall-light.png")
        .isDirectoryContaining("glob:**phone.png");
  }

  /** On this thread: the browser answers no other. */
  private static ConditionFactory eventually() {
    return await().pollInSameThread().atMost(LONGEST);
  }

  private void open(String view) {
    viewer.open(dashboard.resolve("/#" + view));
    viewer.find("main[data-state=shown]").waitFor();
  }

  private static Post post(String text) {
    return news.post(Instant.now().minusSeconds(1), text);
  }

  /** Says nothing of what is read. */
  private static final class Quiet implements IngestObserver {
    @Override
    public void progress(Tally tally) {}

    @Override
    public void unreadable(String source, String reason) {}
  }
}
