// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.enrich.tokens.Token.Kind;
import io.postwatch.enrich.tokens.Token.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Two men, three dogs. | two men three dogs
          Côte d’Ivoire’s coast | cote divoire coast
          ISTANBUL I in | istanbul i in
          the U.S. and the U.K. | the us and the uk
          #MinskProtests #EUSummit #covid19 | minsk protests eu summit covid 19
          #free_press_now | free press now
          1,000 cars and 2.5 | 1000 cars and 25
          Київ сьогодні | киiв сьогоднi
          air-strike | air strike
          """)
  void wordsAreComparedInLowerCaseWithoutDiacritics(String text, String norms) {
    assertThat(Tokenizer.tokenize(text))
        .extracting(Token::norm)
        .map(norm -> norm.replace('і', 'i'))
        .containsExactly(norms.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          see https://example.org/Oman?x=1 now | https://example.org/Oman?x=1
          over.https://t.co/Abc | https://t.co/Abc
          a look.pic.twitter.com/Xy1 | pic.twitter.com/Xy1
          at www.example.org. | www.example.org.
          on amnesty.example.org today | amnesty.example.org
          """)
  void linksAreOneToken(String text, String link) {
    assertThat(Tokenizer.tokenize(text))
        .filteredOn(token -> token.kind() == Kind.LINK)
        .extracting(token -> text.substring(token.at(), token.until()))
        .containsExactly(link);
  }

  @Test
  void aLinkGluedToAWordLeavesTheWord() {
    assertThat(Tokenizer.tokenize("the crisis.https://t.co/Abc"))
        .extracting(Token::norm)
        .containsExactly("the", "crisis", "");
  }

  @Test
  void handlesAndAddressesAreOneToken() {
    assertThat(Tokenizer.tokenize("@Oman_News, @a.bsky.social and ada@mali.example"))
        .filteredOn(token -> token.kind() == Kind.HANDLE)
        .hasSize(3);
  }

  @Test
  void aSentenceEndIsALooserBorderThanAComma() {
    List<Token> tokens = Tokenizer.tokenize("one two, three. Four\nfive-six St. Lucia");

    assertThat(tokens)
        .extracting(Token::border)
        .containsExactly(
            Border.STOP,
            Border.SPACE,
            Border.PAUSE,
            Border.STOP,
            Border.STOP,
            Border.HYPHEN,
            Border.SPACE,
            Border.SPACE);
  }

  @Test
  void theCaseOfAWordIsKept() {
    assertThat(Tokenizer.tokenize("us Us US U.S. 12 كتاب"))
        .extracting(Token::shape)
        .containsExactly(
            Shape.LOWER, Shape.TITLE, Shape.UPPER, Shape.DOTTED, Shape.OTHER, Shape.OTHER);
  }

  @Test
  void offsetsCountCodePointsAndIndexesCharacters() {
    Token word = Tokenizer.tokenize("🔥🔥fire").get(0);

    assertThat(word.start()).isEqualTo(2);
    assertThat(word.end()).isEqualTo(6);
    assertThat(word.at()).isEqualTo(4);
    assertThat(word.until()).isEqualTo(8);
  }

  @Test
  void aTextLongerThanAnyPostIsReadInPart() {
    assertThat(Tokenizer.tokenize("word ".repeat(30_000))).hasSize(Tokenizer.MOST_TOKENS);
  }
}
