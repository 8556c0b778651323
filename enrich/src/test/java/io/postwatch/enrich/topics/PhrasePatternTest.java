// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.postwatch.enrich.tokens.PostText;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasePatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          tear gas; the tear-gas cloud; tear-gas
          tear gas; teargas;
          tear gas; tear. Gas;
          police|army fired; the army fired; army fired
          demonstrat*; a demonstrator ran; demonstrator
          took the? streets; they took streets; took streets
          took the? streets; they took the streets; took the streets
          police ~2 fired; police then suddenly fired; police then suddenly fired
          police ~2 fired; police then very suddenly fired;
          police ~2 fired; police, they say, fired; police, they say, fired
          police ~2 fired; police left. Someone fired;
          <crowd> left; the angry mob left; angry mob left
          <number> dead; twelve dead; twelve dead
          <number> dead; 12 dead; 12 dead
          in_the_road|home now; we are in the road now; in the road now
          strike; #TeachersStrike; Strike
          shoot+; they were shot; shot
          shoot+; he is shooting; shooting
          take+_over; they took over; took over
          study+|tax+; taxes; taxes
          study+|tax+; studied; studied
          police ~3!not fired; police have just fired; police have just fired
          police ~3!not fired; police have not fired;
          police ~3!<crowd> fired; police saw the crowd and fired;
          fire ~9 (died|lost_their_lives); a fire in town, two lost their lives; lost their lives
          fire ~9 (died); a fire in town, nobody was hurt;
          (died) ~9 fire|flood; two died in the fire; died
          police -> beat+ -> crowd; police beat the crowd; police beat the crowd
          police -> beat+ -> crowd; police are beating the crowd; police are beating the crowd
          police -> beat+ -> crowd; the crowd was beaten by riot police; crowd was beaten by riot police
          police -> beat+ -> crowd; the crowd beat the police;
          police -> beat+ -> crowd; police were beaten by the crowd;
          police -> beat+ -> <crowd>; police beaten by an angry mob;
          """)
  void aPatternMatchesItsWords(String pattern, String text, String words) {
    assertThat(matched(pattern, text)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ~2 fired; expected a word that is not optional at the start
          police ~2; none but words at the ends
          police ~0 fired; expected ~1 to ~9
          a?; expected a word that is not optional at the start
          <nobody> left; expected one of [crowd]
          ab*; expected a stem of 3 to 63 letters
          !!!; expected one word
          a (b) c; expected '(' and ')' around the first or the last word
          police -> beat; expected who -> does -> whom
          riot police -> beat -> crowd; expected who -> does -> whom
          police ~2!<nobody> beat; expected one of [crowd]
          """)
  void aBadPatternIsRefusedWithItsReason(String pattern, String reason) {
    assertThatThrownBy(() -> compile(pattern))
        .isInstanceOf(TopicsFileException.class)
        .hasMessageStartingWith("test.yaml, line 5, column 9: pattern '" + pattern + "': ")
        .hasMessageContaining(reason);
  }

  @Test
  void noTextMakesMatchingSlow() {
    CompiledTopics topics =
        compile("a ~9 a|b ~9 a|b ~9 a|b ~9 a|b ~9 a|b ~9 a|b ~9 a|b ~9 a|b ~9 a|b ~9 a|b ~9 c");
    PostText text = PostText.of("a ".repeat(20_000));

    assertTimeout(
        Duration.ofSeconds(10),
        () -> topics.match(text.tokens(), new BitSet(), match -> assertThat(match).isNull()));
  }

  @Test
  void theShortestMatchIsTaken() {
    assertThat(matched("police ~4 fired", "police fired and fired")).isEqualTo("police fired");
  }

  private static String matched(String pattern, String text) {
    PostText post = PostText.of(text);
    String[] words = new String[1];
    compile(pattern)
        .match(
            post.tokens(),
            new BitSet(),
            match -> words[0] = post.words(match.coreFrom(), match.coreTo()));
    return words[0];
  }

  private static CompiledTopics compile(String pattern) {
    TopicDefinition topic =
        new TopicDefinition(
            "test",
            "Test",
            "A test.",
            null,
            null,
            Map.of(0.9, List.of(located(pattern))),
            null,
            null,
            null);
    return new CompiledTopics(
        new TopicsFile(Map.of("crowd", List.of("crowd", "angry mob")), null, List.of(topic)));
  }

  private static Located located(String pattern) {
    return new Located(pattern, new FilePosition("test.yaml", 5, 9));
  }
}
