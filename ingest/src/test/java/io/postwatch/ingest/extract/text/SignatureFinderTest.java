// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureFinderTest {
  private static final Instant LATEST = Instant.parse("2026-11-23T10:00:00Z");

  private static List<Signature> all(String text) {
    return SignatureFinder.all(text, LATEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bridge gone — Ana Demo (@ana_demo) May 4, 2025",
        "Bridge gone – Ana Demo (@ana_demo) May 4, 2025",
        "Bridge gone - Ana Demo (@ana_demo) May 4, 2025",
        "Bridge gone -- Ana Demo (@ana_demo) May 4, 2025",
        "Bridge gone ― Ana Demo (@ana_demo) May 4, 2025",
        "Bridge gone â€” Ana Demo (@ana_demo) May 4, 2025",
        "Bridge gone.—Ana Demo (@ana_demo) May 4, 2025",
        "Bridge gone\n— Ana Demo (@ana_demo) May 4, 2025",
        "Bridge gone\n\n— Ana Demo (@ana_demo) May 4, 2025",
        "Bridge gone\n\n— Ana Demo (@ana_demo)\n\nMay 4, 2025",
        "Bridge gone\n—\nAna Demo\n(@ana_demo)\nMay 4, 2025",
        "Bridge gone — Ana Demo ( @ana_demo ) May 4, 2025",
        "Bridge gone — \u200fAna Demo\u200f (\u200e@ana_demo) May 4, 2025",
        "Bridge gone — Ana Demo （＠ana_demo） May 4, 2025",
        "Bridge gone — Ana Demo (@ana_demo) May 4, 2025The next paragraph begins here.",
        "Bridge gone — Ana Demo (@ana_demo) 9:15 PM · May 4, 2025",
        "Bridge gone — Ana Demo (@ana_demo) May 4, 2025 at 9:15 PM",
        "Bridge gone — Ana Demo (@ana_demo) on Twitter, May 4, 2025",
        "Bridge gone — Ana Demo (@ana_demo) 4 พฤษภาคม 2568",
        "Bridge gone — Ana Demo @ana_demo May 4, 2025",
        "Bridge gone\nAna Demo (@ana_demo) May 4, 2025",
        "Bridge gone. Ana Demo (@ana_demo) May 4, 2025",
        "Bridge gone pic.twitter.com/aB3dE5fG7h Ana Demo (@ana_demo) May 4, 2025",
        "Bridge gone.Ana Demo (@ana_demo) May 4, 2025",
        "Bridge gone.- Ana Demo (@ana_demo) May 4, 2025",
        "Bridge gone \u202b— Ana Demo (@ana_demo)\u202c May 4, 2025",
        "Bridge gone \u200f– Ana Demo \u200e(@ana_demo) \u200fMay 4, 2025",
        "Bridge gone\n\u202bAna Demo (@ana_demo)\u202c May 4, 2025",
      })
  void aSignatureIsReadHoweverTheScraperWroteIt(String text) {
    assertThat(all(text))
        .singleElement()
        .satisfies(
            signature -> {
              assertThat(signature.author()).isEqualTo("Ana Demo");
              assertThat(signature.handle()).isEqualTo("ana_demo");
              assertThat(signature.day()).contains(LocalDate.of(2025, 5, 4));
              assertThat(text.substring(0, signature.start()).strip())
                  .matches("Bridge gone\\.?( pic.twitter.com/aB3dE5fG7h)?");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Дана Бек 🇰🇿",
        "山田 太郎",
        "وكالة الأنباء",
        "Agence Demo (AD)",
        "Dr. A. B. O’Neil-Smith",
        "Health Board - Demo Region",
        "Dept. of Demo Health",
        "Yahoo! Demo",
        "Wonderful! Demo",
        "🔥",
        "50 Signs, Ltd.",
      })
  void anyDisplayNameWillDo(String name) {
    String text = "Bridge gone, nobody hurt. — %s (@ana_demo) May 4, 2025".formatted(name);
    assertThat(all(text)).singleElement().extracting(Signature::author).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "山田 太郎",
        "وكالة الأنباء",
        "สมชาย ใจดี",
        "The Demo Daily (Unofficial)",
        "Fire & Rescue Demo",
        "ABC | Demo 24",
        "🌊 Demo Watch 🌊",
      })
  void withoutADashAnyNameWillDoOnALineOfItsOwn(String name) {
    for (String gap : List.of("\n", "\n\n")) {
      String text = "The mayor left.\nBridge gone" + gap + name + " (@ana_demo) May 4, 2025";
      assertThat(all(text)).singleElement().extracting(Signature::author).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bridge gone #Kisumu Ana & Ben (@ana_demo) May 4, 2025",
        "Bridge gone 😢 Ana & Ben (@ana_demo) May 4, 2025",
        "هل سقط الجسر؟ Ana & Ben (@ana_demo) ٤ مايو ٢٠٢٥",
      })
  void withoutADashANameBeginsAfterWhatEndsPosts(String text) {
    assertThat(all(text))
        .singleElement()
        .satisfies(
            signature -> {
              assertThat(signature.author()).isEqualTo("Ana & Ben");
              assertThat(signature.day()).contains(LocalDate.of(2025, 5, 4));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The mayor left.\nBridge gone\nA post shared by Ana Demo (@ana_demo) May 4, 2025",
        "Bridge gone\nAna Demo (@ana_demo) on May 4, 2025",
        "Bridge gone\nПубликация от Ana Demo (@ana_demo) в 04 Май, 2025",
        "The mayor left.\nنشر من Ana Demo (@ana_demo) May 4, 2025",
        "The mayor left.\nBridge gone\nand the reporter (@ana_demo) May 4, 2025",
        "Bridge gone\n\n山田 太郎 (@ana_demo) May 4, 2025\n\nThe mayor left on Monday.",
      })
  void withoutADashProseAndTheSignaturesOfOtherPlatformsAreNone(String text) {
    assertThat(all(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bridge gone, the river has taken all the boats of the harbour — Ana\nDemo (@ana_demo) May 4, 2025",
        "Gone https://t.co/Zx8cVb2nMq\n— Ana\nDemo (@ana_demo) May 4, 2025",
      })
  void aDatedNameIsReadOverTheFoldOfALine(String text) {
    assertThat(all(text)).singleElement().extracting(Signature::author).isEqualTo("Ana Demo");
  }

  @Test
  void aNameMayBeMissing() {
    assertThat(all("Bridge gone — (@ana_demo) May 4, 2025"))
        .singleElement()
        .satisfies(signature -> assertThat(signature.author()).isNull());
  }

  @Test
  void aDashInTheTextIsNotTakenForThatOfTheSignature() {
    String text = "Bridge gone — nobody hurt. - Ana Demo (@ana_demo) May 4, 2025";
    assertThat(all(text)).singleElement().extracting(Signature::author).isEqualTo("Ana Demo");
  }

  @Test
  void withoutADateItIsBelievedAtTheEndOfALineOrBetweenSentencesOnly() {
    assertThat(all("Bridge gone — Ana Demo (@ana_demo)\n\nThe minister left."))
        .singleElement()
        .satisfies(signature -> assertThat(signature.day()).isEmpty());
    assertThat(all("Bridge gone — Ana Demo (@ana_demo) on Twitter")).hasSize(1);
    assertThat(all("Bridge gone. — Ana Demo (@ana_demo) The minister left.")).hasSize(1);
    assertThat(all("Bridge gone — Ana Demo (@ana_demo) The minister left.")).isEmpty();
    assertThat(all("Bridge gone. - Ana Demo (@ana_demo) The minister left.")).isEmpty();
    assertThat(all("Bridge gone. — Ana Demo (@ana_demo) and the minister left.")).isEmpty();
    assertThat(all("Bridge gone — Ana Demo @ana_demo")).isEmpty();
    assertThat(all("The reporter — Ana Demo (@ana_demo) — was not hurt.")).isEmpty();
  }

  @Test
  void withADateThatCannotBeItIsASignatureOfUnknownDay() {
    assertThat(all("Bridge gone — Ana Demo (@ana_demo) February 30, 2025"))
        .singleElement()
        .satisfies(signature -> assertThat(signature.day()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Ana Demo (@ana_demo) May 4, 2025",
        "Follow Ana Demo (@ana_demo) for more.",
        "Write to ana (@ example) May 4, 2025 — or not.",
        "— Ana Demo (@a_handle_of_more_than_twenty) May 4, 2025",
        "— Ana Demo (ana_demo) May 4, 2025",
        "— A name that is longer than the fifty characters X allows (@ana_demo) May 4, 2025",
        "— See https://example.org/ana (@ana_demo) May 4, 2025",
        "More — see our site. And more (@ana_demo) May 4, 2025",
        "More — see our site\nAna Demo (@ana_demo)",
        "More — see\nthe site of Ana (@ana_demo) May 4, 2025",
        "More —\nAna Demo (@ana_demo)",
        "More — Ana Demo\n(@ana_demo)",
      })
  void otherWordsAreNoSignature(String text) {
    assertThat(all(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gone — Ana (@ana_demo) May 4, 2025 https://twitter.com/ana_demo/status/1919000000000000000",
        "Gone — Ana (@Ana_Demo) May 4, 2025 (https://x.com/ana_demo/status/1919000000000000000?s=20)",
        "Gone — Ana (@ana_demo) May 4, 2025\nhttps://x.com/i/web/status/1919000000000000000",
      })
  void theAddressBesideADateTellsThePostsId(String text) {
    assertThat(all(text))
        .singleElement()
        .satisfies(
            signature -> {
              assertThat(signature.link().orElseThrow().id()).isEqualTo("1919000000000000000");
              assertThat(signature.end()).isEqualTo(text.length());
            });
  }

  @Test
  void theAddressOfAnotherAccountsPostIsNotThePosts() {
    String text =
        "Gone — Ana (@ana_demo) May 4, 2025\nhttps://x.com/ben_demo/status/1919000000000000000";
    assertThat(all(text)).singleElement().extracting(s -> s.link().isPresent()).isEqualTo(false);
  }

  @Test
  void aSignatureDoesNotReachIntoTheOneBeforeIt() {
    String text = "One — Ana (@ana_demo) May 4, 2025 Two — Ben (@ben_demo) May 5, 2025";
    assertThat(all(text)).extracting(Signature::author).containsExactly("Ana", "Ben");
  }
}
