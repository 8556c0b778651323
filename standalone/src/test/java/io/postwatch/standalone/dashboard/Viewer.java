// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** One who looks at the page, and notes whatever it does besides. */
final class Viewer implements AutoCloseable {
  private static final int LONGEST_MILLIS = 20_000;
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  /** What the browser says of an answer that the page itself tells in words. */
  private static final String TOLD = "Failed to load resource";

  final Page page;
  private final BrowserContext context;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<URI> asked = new CopyOnWriteArrayList<>();

  Viewer(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(LONGEST_MILLIS);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (Set.of("error", "warning").contains(message.type())
              && !message.text().startsWith(TOLD)) {
            complaints.add("console: " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("error: " + error));
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onPopup(popup -> complaints.add("popup: " + popup.url()));
    context.onRequest(request -> asked.add(URI.create(request.url())));
  }

  void open(URI address) {
    page.navigate(address.toString());
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /** The card of a topic, by its name. */
  Locator card(String topic) {
    return find(".card:has(h3 bdi:text-is('" + topic + "'))");
  }

  /** How many posts the topic's card says there are. */
  int number(String topic) {
    return Integer.parseInt(card(topic).locator(".number").innerText().replace(",", ""));
  }

  void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  /** Nothing failed in the page, and it asked nobody but this machine. */
  void hasSeenNothingAmiss() {
    assertThat(complaints).isEmpty();
    assertThat(asked)
        .isNotEmpty()
        .allSatisfy(address -> assertThat(address.getHost()).isEqualTo("127.0.0.1"));
  }

  int requests() {
    return asked.size();
  }

  /** What axe finds that keeps people out: contrast, names, roles, focus. */
  void canBeUsedByAll() {
    List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
    assertThat(violations)
        .filteredOn(rule -> GRAVE.contains(rule.getImpact()))
        .extracting(rule -> rule.getId() + ": " + rule.getNodes())
        .isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
