// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.EnrichedPosts.by;
import static io.postwatch.aggregate.EnrichedPosts.deleted;
import static io.postwatch.aggregate.EnrichedPosts.edited;
import static io.postwatch.aggregate.EnrichedPosts.post;
import static io.postwatch.aggregate.EnrichedPosts.seenAt;
import static io.postwatch.aggregate.EnrichedPosts.tagged;
import static io.postwatch.aggregate.Incidents.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.aggregate.query.FoundPost;
import io.postwatch.aggregate.query.PostFilter;
import io.postwatch.aggregate.view.KnownPost;
import io.postwatch.aggregate.windows.WindowSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of posts, and how it is found. */
class PostsShownTest {
  private final KeptStores stores = new KeptStores();
  private final KeptWindows windows = new KeptWindows();
  private ViewRun run = start();

  private ViewRun start() {
    return ViewRun.of(Rules.live(WindowSize.MINUTE), stores, windows);
  }

  @AfterEach
  void stop() {
    run.close();
  }

  @Test
  void aPostInManyArticlesIsShownWithTheFirstHundredAndTheNumberOfAll() {
    for (int article = 0; article < 130; article++) {
      run.see(post("1", "crowds march", "a" + article));
      run.see(post("1", "crowds march", "a0"));
    }

    assertThat(known("x:1").articles()).hasSize(100);
    assertThat(known("x:1").articles().get(99).url()).isEqualTo("https://news.example/a99");
    assertThat(known("x:1").sightings()).isEqualTo(130);
  }

  @Test
  void anEditReplacesTheTextAndWhatShowsTheOldOneLaterDoesNotBringItBack() {
    run.see(post("1", "crowds march on the harbour", "a"));
    run.see(edited(post("1", "crowds march", "b"), NOON.plusSeconds(5)));
    run.see(post("1", "crowds march on the harbour", "c"));

    assertThat(known("x:1").post().getPost().getText()).isEqualTo("crowds march");
    assertThat(known("x:1").articles()).hasSize(3);
    assertThat(found("harbour")).isEmpty();
    assertThat(found("crowds")).containsExactly("x:1");
  }

  @Test
  void ofTextsThatArticlesCutTheLongestIsShown() {
    run.see(post("1", "crowds march on", "a"));
    run.see(post("1", "crowds march on the harbour", "b"));
    run.see(post("1", "crowds", "c"));

    assertThat(known("x:1").post().getPost().getText()).isEqualTo("crowds march on the harbour");
  }

  @Test
  void ofADeletedPostNothingIsLeftThatItSaid() {
    run.see(tagged(post("1", "crowds march", "a"), "march"));
    run.see(deleted(post("1", "", "b"), NOON.plusSeconds(40)));
    run.see(post("1", "crowds march", "c"));

    KnownPost known = known("x:1");
    assertThat(known.deletedAt()).isEqualTo(NOON.plusSeconds(40).toEpochMilli());
    assertThat(known.post().getPost().getText()).isEmpty();
    assertThat(known.post().getPost().getHashtags()).isEmpty();
    assertThat(known.post().getTopics()).isEmpty();
    assertThat(found("crowds")).isEmpty();
    assertThat(run.find(new PostFilter("author1", "", "", "", 0, Long.MAX_VALUE))).isEmpty();
  }

  @Test
  void aRestartedInstanceFindsWhatWasSeenBefore() {
    run.see(post("1", "crowds march", "a"), post("2", "waters rise", "a"));
    run.see(deleted(post("2", "", "b"), NOON.plusSeconds(40)));
    run.close();
    run = start();

    assertThat(found("march")).containsExactly("x:1");
    assertThat(found("waters")).isEmpty();
    assertThat(known("x:2").isDeleted()).isTrue();
  }

  @Test
  void whatWasSeenLongAgoIsForgotten() {
    run.see(post("1", "crowds march", "a"));
    run.pass(Duration.ofDays(15));
    Instant later = AggregateRun.START.plus(Duration.ofDays(15));
    run.see(seenAt(post("2", "crowds march", "a"), later));

    assertThat(found("crowds")).containsExactly("x:2");
    assertThat(run.reader().post("x:1")).isEmpty();
  }

  @Test
  void whatIsSeenAgainIsRememberedForAsLongAsIfItWereNew() {
    run.see(post("1", "crowds march", "a"));
    run.pass(Duration.ofDays(6));
    run.see(seenAt(post("1", "crowds march", "b"), AggregateRun.START.plus(Duration.ofDays(6))));
    run.pass(Duration.ofDays(7));

    assertThat(known("x:1").articles()).hasSize(2);
    assertThat(known("x:1").firstSeen()).isEqualTo(NOON.plusSeconds(30).toEpochMilli());
  }

  @Test
  void anArrivalFromTheFutureMakesNothingForgotten() {
    run.see(post("1", "crowds march", "a"));
    run.see(seenAt(post("2", "waters rise", "a"), NOON.plus(Duration.ofDays(4_000))));

    assertThat(found("crowds")).containsExactly("x:1");
    assertThat(found("waters")).containsExactly("x:2");
  }

  @Test
  void theNewestComesFirstAndPagesGoOnWhereTheOneBeforeEnded() {
    for (int i = 0; i < 5; i++) {
      run.see(seenAt(post("" + i, "crowds march", "a"), NOON.plusSeconds(i % 3)));
    }

    List<String> posts = found("crowds");
    assertThat(posts).containsExactlyInAnyOrder("x:0", "x:1", "x:2", "x:3", "x:4");
    assertThat(posts.get(0)).isEqualTo("x:2");
    assertThat(posts.subList(1, 3)).containsExactlyInAnyOrder("x:1", "x:4");
  }

  @Test
  void onlyWhatWasSeenWithinTheTimeIsFound() {
    run.see(seenAt(post("1", "crowds march", "a"), NOON));
    run.see(seenAt(post("2", "crowds march", "a"), NOON.plusSeconds(10)));
    long between = NOON.plusSeconds(5).toEpochMilli();

    assertThat(posts(run.find(new PostFilter("", "", "crowds", "x", 0, between))))
        .containsExactly("x:1");
  }

  @ParameterizedTest
  @CsvSource({
    "Málaga bajo el agua, malaga, true",
    "Málaga bajo el agua, MÁLAGA, true",
    "El ano y el año, año, true",
    "Un ano, año, false",
    "В Алматы прошёл митинг, прошел, true",
    "В Алматы прошёл митинг, АЛМАТЫ, true",
    "東京で地震が発生しました, 地震, true",
    "東京で地震が発生しました, 震地, false",
    "大阪のトヨタ工場で火災, トヨタ, true",
    "กรุงเทพน้ำท่วมหนัก, น้ำท่วม, true",
    "서울에서 시위가 열렸다, 서울, true",
    "مُظاهَرات في القاهرة, مظاهرات, true",
    "أمطار غزيرة, امطار, true",
    "दिल्ली में बाढ़, बाढ़, true",
    "Σεισμός στην Κρήτη, σεισμοσ, true",
    "İstanbul’da deprem, istanbul, true",
    "BREAKING:Fire in the port, fire, true",
    "İstanbul deprem, istanbul, true",
    "ｆｌｏｏｄ warning, flood, true",
    "#HarbourFlood now, harbourflood, true",
    "Fire near ﬁeld, field, true",
    "It's 5 o'clock, 5 o’clock, true",
    "Пожар, пожара, false",
  })
  void wordsAreFoundInTheirOwnScripts(String text, String word, boolean isFound) {
    run.see(post("1", text, "a"));

    assertThat(found(word)).hasSize(isFound ? 1 : 0);
  }

  @Test
  void allWordsMustOccurAndThoseInQuotesInTheirOrder() {
    run.see(post("1", "crowds march on the harbour", "a"));

    assertThat(found("harbour crowds")).hasSize(1);
    assertThat(found("harbour bridge")).isEmpty();
    assertThat(found("\"march on the\" crowds")).hasSize(1);
    assertThat(found("\"on march\"")).isEmpty();
    assertThat(found("“the harbour”")).hasSize(1);
    assertThat(found("\"the harbour")).hasSize(1);
  }

  @Test
  void handlesAndHashtagsAreFoundAsWatchListsNameThem() {
    run.see(by(tagged(post("1", "crowds", "a"), "Málaga", "ＦＬＯＯＤ"), "river_gauge"));

    assertThat(run.find(new PostFilter("@River_Gauge", "", "", "", 0, Long.MAX_VALUE))).hasSize(1);
    assertThat(run.find(new PostFilter("river", "", "", "", 0, Long.MAX_VALUE))).isEmpty();
    assertThat(run.find(new PostFilter("", "#malaga", "", "", 0, Long.MAX_VALUE))).hasSize(1);
    assertThat(run.find(new PostFilter("", "flood", "", "", 0, Long.MAX_VALUE))).hasSize(1);
    assertThat(run.find(new PostFilter("", "malága", "", "", 0, Long.MAX_VALUE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crowds*",
        "text:crowds",
        "+crowds -march",
        "crowds AND",
        "(crowds",
        "crowds~2",
        "[a TO z] crowds",
        "crowds^1000",
        "\\crowds\\",
        "/crowds/",
      })
  void whatOtherSearchesTakeForTheirSyntaxIsWordsAndNothingElse(String words) {
    run.see(post("1", "crowds 2 crowds 1000, text crowds march and a to z", "a"));

    assertThat(found(words)).hasSize(1);
  }

  @Test
  void aQuestionWithoutAWordOrWithTooManySaysSo() {
    assertThatThrownBy(() -> found("!? …")).hasMessageContaining("expected words");
    assertThatThrownBy(() -> found("a ".repeat(65))).hasMessage("expected at most 64 words");
    assertThatThrownBy(() -> found("a".repeat(501))).hasMessage("expected at most 500 characters");
  }

  @Test
  void aTextMadeToBreakTheIndexIsFoundByItsBeginning() {
    String zalgo = "z" + "\u0301\u0327\u0489".repeat(3_000);
    String word = "x".repeat(60_000);
    run.see(post("1", "beginning " + zalgo + " " + word + " \ud800 \u202e" + "\u0000", "a"));
    run.see(post("2", "a b ".repeat(30_000), "a"));
    run.see(post("3", "crowds", "a"));

    assertThat(found("beginning")).containsExactly("x:1");
    assertThat(found("\"a b a b\"")).containsExactly("x:2");
    assertThat(found("crowds")).containsExactly("x:3");
    assertThat(known("x:1").post().getPost().getText()).hasSizeLessThanOrEqualTo(20_000);
    assertThat(run.run.refusals()).isEmpty();
  }

  private KnownPost known(String postKey) {
    return run.reader().post(postKey).orElseThrow();
  }

  private List<String> found(String words) {
    return posts(run.find(new PostFilter("", "", words, "", 0, Long.MAX_VALUE)));
  }

  private static List<String> posts(List<FoundPost> found) {
    return found.stream().map(one -> one.known().post().getPost().getPostKey()).toList();
  }
}
