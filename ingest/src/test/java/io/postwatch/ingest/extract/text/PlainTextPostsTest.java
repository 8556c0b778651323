// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.postwatch.ingest.extract.post.FoundPost;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where posts begin in scraped text. All articles, people and posts here are invented. */
class PlainTextPostsTest {
  private static final Instant LATEST = Instant.parse("2026-11-23T10:00:00Z");

  private static List<FoundPost> find(String content) {
    return new TextPosts().find(PlainText.of(content), LATEST);
  }

  private static String onlyText(String content) {
    assertThat(find(content)).hasSize(1);
    return find(content).get(0).text();
  }

  /** A part of an article; prose has no signature. */
  private record Part(String text, String signature) {}

  private static final List<Part> ARTICLE =
      List.of(
          new Part(
              "The council of the lakeside city met behind closed doors on Monday, four days after"
                  + " the river broke its banks and cut the only road to the airport.",
              null),
          new Part(
              "Water is over the bridge in #Kisumu, buses are turning back. Nobody hurt as far as"
                  + " we know. pic.twitter.com/aB3dE5fG7h",
              "Wanjiru Otieno (@wanjiru_demo) May 4, 2025"),
          new Part(
              "“We have asked for boats twice, and twice we have been told to wait, although every"
                  + " hour of waiting costs us dearly,” a member of the council told reporters"
                  + " after the meeting, and added that the army had offered two helicopters.",
              null),
          new Part(
              "#Kenya floods so far:\n\n– 14 people killed\n\n– 3 bridges destroyed\n\n"
                  + "– Schools closed until Friday https://t.co/Zx8cVb2nMq",
              "Flood Desk 🌊 (@flooddesk_demo) May 5, 2025"),
          new Part(
              "“Nobody planned for this. The plans that exist were made for half of the water that"
                  + " came down in these four days, and for a town of half the size that we have"
                  + " become in the last twenty years.",
              null),
          new Part(
              "@county_demo where are the boats? We can hear people calling from the school roof!",
              "Peter (P.) Mwangi (@pmwangi_demo) May 5, 2025"),
          new Part(
              "The meteorological service expects the rain to continue until the end of the week,"
                  + " with the heaviest downpours in the hills to the north of the lake.",
              null));

  /** The ways in which scrapers leave such an article. */
  private enum Layouts {
    BLANK_LINES("\n\n", " "),
    SIGNATURE_APART("\n\n", "\n\n"),
    SIGNATURE_BELOW("\n\n", "\n"),
    LINES("\n", " "),
    LINES_SIGNATURE_BELOW("\n", "\n"),
    ONE_LINE(" ", " "),
    WIDE_GAPS("     ", " ");

    private final String parts;
    private final String signature;

    Layouts(String parts, String signature) {
      this.parts = parts;
      this.signature = signature;
    }

    private String inner(String text) {
      return parts.equals("\n\n")
          ? text
          : text.replaceAll("\n+", parts.isBlank() && !parts.equals("\n") ? " " : "\n");
    }

    String render(List<Part> article) {
      return article.stream()
          .map(
              part ->
                  part.signature() == null
                      ? part.text()
                      : inner(part.text()) + signature + "— " + part.signature())
          .collect(Collectors.joining(parts));
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachPostIsGivenWithItsOwnWordsOnlyHoweverTheArticleIsLaidOut(Layouts layout) {
    List<FoundPost> posts = find(layout.render(ARTICLE));

    assertThat(posts)
        .extracting(FoundPost::handle, FoundPost::text)
        .containsExactly(
            tuple("wanjiru_demo", layout.inner(ARTICLE.get(1).text())),
            tuple("flooddesk_demo", layout.inner(ARTICLE.get(3).text())),
            tuple("pmwangi_demo", layout.inner(ARTICLE.get(5).text())));
    assertThat(posts)
        .extracting(FoundPost::author)
        .containsExactly("Wanjiru Otieno", "Flood Desk 🌊", "Peter (P.) Mwangi");
  }

  @Test
  void aPostOfSeveralParagraphsWithoutATagIsKeptWhole() {
    assertThat(
            onlyText(
                "The quake was felt in three provinces, and aftershocks kept rescue workers out of"
                    + " the old town for most of the night, the civil protection agency said.\n\n"
                    + "I was at the market when the ground shook!\n\n"
                    + "We ran. Everyone I know is safe…\n\n"
                    + "My street is gone. pic.twitter.com/aB3dE5fG7h — Ana (@ana_demo) May 4, 2025"))
        .isEqualTo(
            "I was at the market when the ground shook!\n\nWe ran. Everyone I know is safe…\n\n"
                + "My street is gone. pic.twitter.com/aB3dE5fG7h");
  }

  @Test
  void lineBreaksInsideAParagraphBelongToThePost() {
    assertThat(
            onlyText(
                "The agency gave no figures.\n\nTwo lanes closed.\nDiversion via the old road.\n"
                    + "Drive with care — Road Desk (@roads_demo) May 4, 2025\n\nMore follows.\n\n"))
        .isEqualTo("Two lanes closed.\nDiversion via the old road.\nDrive with care");
  }

  @Test
  void wordsThatAnnounceAPostAreNotItsOwn() {
    String post = "Two shots, then silence. The square is empty now.";
    String signature = " — Ana (@ana_demo) May 4, 2025";
    assertThat(onlyText("A witness wrote on X: " + post + signature)).isEqualTo(post);
    assertThat(onlyText("The reporter Ana tweeted:\n\n" + post + signature)).isEqualTo(post);
    assertThat(onlyText("La periodista escribió en X:\n\n" + post + signature)).isEqualTo(post);
  }

  @Test
  void aPictureCreditIsNotAPostsBeginning() {
    assertThat(
            onlyText(
                "The palace was stormed at noon.(Photo: social media).\n\nSmoke over the palace,"
                    + " soldiers on the roof.pic.twitter.com/aB3dE5fG7h — Ana (@ana_demo) May 4,"
                    + " 2025"))
        .isEqualTo("Smoke over the palace, soldiers on the roof.pic.twitter.com/aB3dE5fG7h");
  }

  @Test
  void blocksThatAScraperJoinedWithoutASpaceArePartedAgain() {
    assertThat(
            onlyText(
                "The unions had called for calm in the whole of the region.Depot on fire in #Lyon,"
                    + " firefighters keep people away.https://t.co/Zx8cVb2nMq— Ana (@ana_demo)"
                    + " May 4, 2025The prefect declined to comment."))
        .isEqualTo("Depot on fire in #Lyon, firefighters keep people away.https://t.co/Zx8cVb2nMq");
  }

  @Test
  void proseInAnotherScriptIsNotThePosts() {
    assertThat(
            onlyText(
                "The mayor spoke of sabotage. Пожар на складе, эвакуированы сорок человек."
                    + " pic.twitter.com/aB3dE5fG7h — Дана (@dana_demo) 4 мая 2025 г."))
        .isEqualTo("Пожар на складе, эвакуированы сорок человек. pic.twitter.com/aB3dE5fG7h");
  }

  @Test
  void noMoreIsJoinedThanXAllowedOnTheDay() {
    String prose = "We marched for hours, #Nairobi was with us, and so was our whole family!";
    String post =
        "#Nairobi now: the road to the airport is blocked by burning tyres near the mall.";
    String signed = prose + " " + post + " — Ana (@ana_demo) May 4, ";
    assertThat(onlyText(signed + 2015)).isEqualTo(post);
    assertThat(onlyText(signed + 2025)).isEqualTo(prose + " " + post);
  }

  @Test
  void linksAndTagsThatAScraperGaveLinesOfTheirOwnAreInTheirSentence() {
    assertThat(
            onlyText(
                    "The river rose again on Sunday, and the ministry\nof the interior\n, which had"
                        + " sent boats, sent more.\nThe report of\nlast year\nhad warned of it.\n"
                        + "Water is over the bridge in\n#Kisumu\n, buses are turning back. Ask\n"
                        + "@county_demo\nfor boats\npic.twitter.com/aB3dE5fG7h\n"
                        + "— Ana (@ana_demo)\nMay 4, 2025\nThe minister was not there.")
                .replace('\n', ' '))
        .isEqualTo(
            "Water is over the bridge in #Kisumu , buses are turning back. Ask @county_demo for"
                + " boats pic.twitter.com/aB3dE5fG7h");
  }

  @Test
  void foldedLinesAreUnfolded() {
    String prose =
        "The council of the lakeside city met behind closed doors on Monday, four days after the"
            + " river broke its banks and cut the only road to the airport, and decided nothing.";
    String post =
        "Water is over the bridge in #Kisumu tonight, buses are turning back on both sides."
            + " Nobody is hurt as far as we know.";
    String folded =
        fold(prose) + "\n\n" + fold(post + " — Ana of the Lake (@ana_demo) May 4, 2025") + "\n\n";
    assertThat(onlyText(folded + fold(prose) + "\n\n" + fold(prose))).isEqualTo(post);
  }

  private static String fold(String text) {
    return text.replaceAll("(.{30,60}) ", "$1\n");
  }

  @Test
  void aPostThatIsOnlyAPictureIsNotGivenProseInstead() {
    assertThat(
            onlyText(
                "The ministry confirmed on Tuesday that all of the four hundred workers of the plant"
                    + " had been brought to safety before the roof came down, and that the cause of"
                    + " the fire was not known; an inquiry has begun, and its first report is due in"
                    + " a month, a spokesman for the ministry told reporters on Tuesday evening.\n\n"
                    + "pic.twitter.com/aB3dE5fG7h — Ana (@ana_demo) May 4, 2025"))
        .isEqualTo("pic.twitter.com/aB3dE5fG7h");
  }

  @Test
  void aQuotesBeginningIsThePosts() {
    assertThat(
            onlyText(
                "* Boats\n* Tents\n\n> The minister spoke in the morning.\n>\n> He promised"
                    + " boats.\n>\n> — Ana (@ana_demo) [May 4, 2025](https://demo.example)"))
        .isEqualTo("The minister spoke in the morning.\n\nHe promised boats.");
  }

  @Test
  void aQuotesBeginningIsThePostsRightAfterAnotherPostToo() {
    assertThat(
            find(
                "> Bridge gone.\n>\n> — Ana (@ana_demo) May 4, 2025\n\n"
                    + "> We sit on the roof.\n>\n> BREAKING: the army comes with boats.\n>\n"
                    + "> — Ben (@ben_demo) May 4, 2025\n\nThe council met on Monday."))
        .extracting(FoundPost::text)
        .containsExactly(
            "Bridge gone.", "We sit on the roof.\n\nBREAKING: the army comes with boats.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The fire brigade said in a statement:",
        "Die Feuerwehr teilte mit:",
        "Les pompiers ont posté :",
        "Los bomberos informaron:",
        "I pompieri hanno pubblicato una foto:",
        "Os bombeiros informaram:",
        "De brandweer meldde:",
        "Straż pożarna poinformowała:",
        "İtfaiye şu açıklamayı yaptı:",
        "Пожарные сообщили:",
        "Пожежники повідомили:",
        "Η πυροσβεστική ανέφερε:",
        "وقالت فرق الإطفاء:",
      })
  void anAnnouncementIsKnownInTheLanguagesOfTheEmbeds(String announcement) {
    assertThat(Announcement.endsAt(announcement, 0, announcement.length())).isTrue();
  }

  @Test
  void blocksInAScriptWithoutCapitalsArePartedWhereNoSpaceIs() {
    assertThat(
            onlyText(
                "واجتمع مجلس المدينة يوم الاثنين.وكتب أحد السكان على إكس:سقط الجسر يا ناس"
                    + " #كيسومو — هدى (@huda_demo) 4 مايو 2025وقال الوزير إنه سيستقيل."))
        .isEqualTo("سقط الجسر يا ناس #كيسومو");
  }

  @Test
  void marksOfDirectionAroundASignatureAreNotThePosts() {
    assertThat(
            onlyText(
                "واجتمع مجلس المدينة يوم الاثنين.\n\nسقط الجسر #كيسومو"
                    + " \u202b— هدى (@huda_demo)\u202c 4 مايو 2025\n\nوقال الوزير إنه سيستقيل."))
        .isEqualTo("سقط الجسر #كيسومو");
  }

  @Test
  void aListThatIsAnnouncedBeforeAQuoteIsNotThePosts() {
    assertThat(
            onlyText(
                "Her tweet had it all:\n\n * A bridge\n * A boat\n * Good news\n\n"
                    + "> The ferry runs again!\n>\n> — Ana (@ana_demo) May 4, 2025\n"))
        .isEqualTo("The ferry runs again!");
  }

  @Test
  void aPostBeginsAfterABlankLineWhereOneFollowsIt() {
    assertThat(
            onlyText(
                "The council met on Monday and decided nothing.\n\nTwo lanes closed.\n"
                    + "In that sentence is all of the council, and all of the year."
                    + " — Ana (@ana_demo) May 4, 2025\n\nMore follows.\nThe mayor was away."))
        .isEqualTo(
            "Two lanes closed.\nIn that sentence is all of the council, and all of the year.");
  }

  @Test
  void theRestOfALineIsNotThePostsOnTheNext() {
    assertThat(
            onlyText(
                "The council met on Monday.\nIn the end her warning, a spokesman said, was read by"
                    + " thousands who had never heard of her, and the council said: Well done!\nThe tracks are no playground! https://t.co/Zx8cVb2nMq\n"
                    + "— Ana (@ana_demo) May 4, 2025\nThe railway thanked her."))
        .isEqualTo("The tracks are no playground! https://t.co/Zx8cVb2nMq");
  }

  @Test
  void blocksJoinedWithoutASpaceArePartedAfterAColonToo() {
    assertThat(
            onlyText(
                "The unions had called for calm.A witness wrote:Depot on fire in #Lyon, stay away!"
                    + "— Ana (@ana_demo)May 4, 2025The prefect declined to comment."))
        .isEqualTo("Depot on fire in #Lyon, stay away!");
  }

  @Test
  void proseInAnotherLanguageIsNotThePosts() {
    assertThat(
            onlyText(
                "Der Minister sprach am Morgen mit den Leuten und ging. The bridge is gone and the"
                    + " road to the airport is closed. — Ana (@ana_demo) 4. Mai 2025 Mehr folgt."))
        .isEqualTo("The bridge is gone and the road to the airport is closed.");
  }

  @Test
  void theConfidenceIsHighWhereTheLayoutTellsAndLowerWhereOnlyTheWordsDo() {
    String prose = "The council met on Monday and decided nothing, a spokesman said.";
    String post = "The bridge is closed. The road is closed.";
    String signed = post + " — Ana (@ana_demo) May 4, 2025";
    double marked = find(prose + "\n\n> " + signed + "\n\n" + prose).get(0).textConfidence();
    double flat = find(prose + " " + signed + " " + prose).get(0).textConfidence();

    assertThat(marked).isBetween(0.8, 1.0);
    assertThat(flat).isBetween(0.2, marked);
  }

  @Test
  void aDayThatCannotBeLeavesThePostWithoutOne() {
    assertThat(find("Bridge gone. — Ana (@ana_demo) February 30, 2025"))
        .singleElement()
        .satisfies(post -> assertThat(post.shownDay()).isNull());
  }

  @Test
  void aSignatureWithoutWordsIsNoPost() {
    assertThat(find("— Ana (@ana_demo) May 4, 2025")).isEmpty();
    assertThat(find("Gone. — Ana (@ana_demo) May 4, 2025 — Ben (@ben_demo) May 4, 2025"))
        .extracting(FoundPost::handle)
        .containsExactly("ana_demo");
  }

  @Test
  void entitiesTagsAndMarkdownAreUndone() {
    String post = "Fire &amp; smoke in [#Lyon](https://twitter.com/hashtag/Lyon?src=hash)<br>now";
    String date = "[May 4, 2025](https://twitter.com/ana_demo/status/1919000000000000000?s=20)";
    assertThat(find("> " + post + "\n>\n> &mdash; Ana (@ana_demo) " + date))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.text()).isEqualTo("Fire & smoke in #Lyon\nnow");
              assertThat(found.id()).isEqualTo("1919000000000000000");
              assertThat(found.shownDay()).isEqualTo(LocalDate.of(2025, 5, 4));
            });
  }

  @Test
  void anAddressAloneOnALineIsAPostOfUnknownWords() {
    assertThat(
            find(
                "A witness filmed it.\n\nhttps://twitter.com/ana_demo/status/1919000000000000000\n\n"
                    + "The film was seen a million times.\n\n"
                    + "See also https://twitter.com/ana_demo/status/1919000000000000001 for more."))
        .containsExactly(
            new FoundPost(
                "x",
                "1919000000000000000",
                "ana_demo",
                null,
                "",
                null,
                List.of(),
                "https://x.com/ana_demo/status/1919000000000000000"));
  }
}
