// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.enrich.tokens.PostText;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PiecesTest {

  @Test
  void wordsAndTheMarksBetweenThemArePieces() {
    assertThat(read("Well, Maria said: 5,000!"))
        .containsExactly(
            "WORD Well", "MARK ,", "WORD Maria", "WORD said", "MARK :", "NUMBER 5,000", "MARK !");
  }

  @Test
  void aMarkSeveralTimesOverCountsOnce() {
    assertThat(read("No!!! 🔥🔥🔥")).containsExactly("WORD No", "MARK !!!", "MARK 🔥🔥🔥");
  }

  @Test
  void aHashtagIsOnePieceWithoutItsHash() {
    assertThat(read("#NewYork2024 #a_b")).containsExactly("HASHTAG NewYork2024", "HASHTAG a_b");
  }

  @Test
  void aPossessiveStandsByItself() {
    assertThat(read("Maria's and Omar ’s"))
        .containsExactly("WORD Maria", "CLITIC 's", "WORD and", "WORD Omar", "CLITIC ’s");
  }

  @Test
  void handlesAndLinksAreSinglePieces() {
    assertThat(read("RT @maria: https://t.co/x"))
        .containsExactly("WORD RT", "HANDLE @maria", "MARK :", "LINK https://t.co/x");
  }

  @Property(tries = 500)
  void piecesFollowEachOtherOnCodePointBorders(@ForAll String text) {
    int at = 0;
    int point = 0;
    for (Piece piece : Pieces.of(PostText.of(text))) {
      assertThat(piece.at()).isGreaterThanOrEqualTo(at);
      assertThat(piece.until()).isGreaterThan(piece.at());
      point += text.codePointCount(at, piece.at());
      assertThat(piece.start()).isEqualTo(point);
      point += text.codePointCount(piece.at(), piece.until());
      assertThat(piece.end()).isEqualTo(point);
      at = piece.until();
    }
  }

  private static List<String> read(String text) {
    return Pieces.of(PostText.of(text)).stream()
        .map(piece -> piece.kind() + " " + text.substring(piece.at(), piece.until()))
        .toList();
  }
}
