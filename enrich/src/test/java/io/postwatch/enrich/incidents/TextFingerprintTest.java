// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFingerprintTest {
  private static final String SAID = "The bridge at Norvik is closed, river rising fast.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RT @river_gauge: The bridge at Norvik is closed, river rising fast.",
        "rt @a The bridge at Norvik is closed: river rising fast",
        "THE BRIDGE AT NORVIK IS CLOSED - RIVER RISING FAST!!! 🌊🌊",
        "@one @two The bridge at Norvik is closed, river rising fast. https://t.co/abc123",
        "The bridge at #Norvik is closed,\n\nriver rising fast. pic.twitter.com/abcDEF",
        "“The bridge at Nórvik is closed, river rising fast”",
      })
  void aTextStaysTheSameUnderWhatCopyingChanges(String copy) {
    assertThat(TextFingerprint.of(copy)).isEqualTo(TextFingerprint.of(SAID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The bridge at Norvik is open, river rising fast.",
        "The bridge at Norvik is closed, river rising fast. 3 missing",
        "The bridge at Sydhavn is closed, river rising fast.",
        "RT The bridge at Norvik is closed, river rising fast.",
      })
  void oneWordMoreOrOtherIsAnotherText(String other) {
    assertThat(TextFingerprint.of(other)).isNotEqualTo(TextFingerprint.of(SAID));
  }

  @Test
  void aRetweetThatIsCutOffIsStillTheSame() {
    String full =
        "Water is over the quay in the old harbour, please leave your cars and walk up to the school"
            + " on the hill, buses will follow";
    String cut = ("RT @fifteen_letters: " + full).substring(0, 139) + "…";

    assertThat(TextFingerprint.of(cut)).isEqualTo(TextFingerprint.of(full));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "🌊🌊", "@norvik https://t.co/abc", "RT @norvik:"})
  void whereNothingIsSaidNothingIsTheSame(String text) {
    assertThat(TextFingerprint.of(text)).isNull();
  }

  @Test
  void everyScriptHasLetters() {
    assertThat(TextFingerprint.of("Наводнение в Норвике"))
        .isEqualTo(TextFingerprint.of("НАВОДНЕНИЕ в Норвике!"))
        .isNotEqualTo(TextFingerprint.of("Наводнение в Сюдхавне"));
    assertThat(TextFingerprint.of("河が氾濫"))
        .isEqualTo(TextFingerprint.of("@a 河が氾濫。"))
        .isNotEqualTo(TextFingerprint.of("河が増水"));
    assertThat(TextFingerprint.of("فيضان في المدينة")).hasSize(16).matches("[0-9a-f]+");
  }

  @Test
  void aTextMayBeOfAnyLengthAndBroken() {
    assertThat(TextFingerprint.of("\ud83c".repeat(3) + "word ".repeat(100_000))).hasSize(16);
  }
}
