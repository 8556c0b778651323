// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pages as news sites serve them: a head with cards and linked data, scripts, navigation, words.
 */
final class InventedPages {
  private static final String HEAD =
      """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
      <meta property="og:title" content="%1$s"><meta name="twitter:card" content="summary_large_image">
      <meta name="twitter:site" content="@demo_news"><meta property="fb:app_id" content="123456789012345">
      <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"%1$s",
      "publisher":{"@type":"Organization","sameAs":["https://www.facebook.com/demonews",
      "https://twitter.com/demo_news","https://www.youtube.com/channel/UC0123456789abcdefghijkl"]}}</script>
      <style>@media (max-width:600px){.menu{display:none}} .byline{color:#333;margin:0 0 1em}</style>
      <script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());
      %2$s</script></head><body><nav><ul>%3$s</ul></nav>
      """;

  private static final String SHARE =
      """
      <div class="share"><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fnews.example%2F1">f</a>
      <a href="https://twitter.com/intent/tweet?text=News&amp;url=https%3A%2F%2Fnews.example%2F1">Tweet</a>
      <a href="https://www.instagram.com/demonews/">Instagram</a><a href="mailto:desk@news.example">Mail</a></div>
      """;

  private static final String EMBED =
      "<blockquote class=\"twitter-tweet\"><p lang=\"en\">%s</p>&mdash; Ana Demo (@ana_demo)"
          + " <a href=\"https://twitter.com/ana_demo/status/%d?ref_src=twsrc\">May 4, 2025</a></blockquote>"
          + "<script async src=\"https://platform.twitter.com/widgets.js\"></script>";

  private final Random random;
  private final List<String> words;

  /** The same seed gives the same pages. */
  InventedPages(long seed) {
    random = new Random(seed);
    words = IntStream.range(0, 4000).mapToObj(i -> word()).toList();
  }

  /** Pages of some 30 to 150 kB. */
  List<byte[]> pages(int count, boolean withEmbeds) {
    return IntStream.range(0, count).mapToObj(i -> page(withEmbeds)).toList();
  }

  private byte[] page(boolean withEmbeds) {
    StringBuilder page = new StringBuilder();
    String menu =
        repeated(
            60,
            () ->
                "<li class=\"item\"><a href=\"/topic/" + some(1) + "\">" + some(2) + "</a></li>\n");
    String code =
        repeated(
            100 + random.nextInt(600),
            () ->
                "var "
                    + some(1)
                    + "=function(e){return e."
                    + some(1)
                    + "&&\""
                    + some(3)
                    + "\"};\n");
    page.append(String.format(Locale.ROOT, HEAD, some(6), code, menu));
    page.append("<main><article><h1>").append(some(7)).append("</h1>").append(SHARE);
    int paragraphs = 20 + random.nextInt(60);
    for (int i = 0; i < paragraphs; i++) {
      page.append("<p>").append(some(60)).append(" <a href=\"/2026/").append(some(1)).append("\">");
      page.append(some(3)).append("</a>, ").append(some(20)).append(".</p>\n");
      if (withEmbeds && i % 10 == 5) {
        page.append(
            EMBED.formatted(some(20), 1_919_000_000_000_000_000L + random.nextInt(1 << 30)));
      }
    }
    page.append("</article></main><footer>")
        .append(SHARE)
        .append(menu)
        .append("</footer></body></html>");
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String some(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> words.get(random.nextInt(words.size())))
        .collect(Collectors.joining(" "));
  }

  private static String repeated(int count, java.util.function.Supplier<String> piece) {
    return IntStream.range(0, count).mapToObj(i -> piece.get()).collect(Collectors.joining());
  }

  private String word() {
    return random
        .ints(2 + random.nextInt(9), 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
