// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  /** Folded at 60 columns, as text browsers do, here with indentation. */
  private static final String FOLDED =
      """
        The council of the lakeside city met behind closed doors
        on Monday, four days after the river broke its banks and
        cut the only road to the airport, and decided nothing at
        all, as it has done for years whenever the river rose so
        high, say the people who live there and know it well.

          Water is over the bridge tonight, buses turn back on
          both sides. Nobody is hurt as far as we know.

        The mayor was not there.
      """;

  @Test
  void foldedLinesAreJoinedAndTheirIndentationTakenOff() {
    assertThat(PlainText.of(FOLDED).text().lines().filter(line -> !line.isBlank()))
        .hasSize(3)
        .element(1)
        .isEqualTo(
            "Water is over the bridge tonight, buses turn back on both sides. Nobody is hurt as far"
                + " as we know.");
  }

  @Test
  void anIndentedBlockIsRememberedWithItsEnds() {
    PlainText plain = PlainText.of(FOLDED);

    assertThat(plain.blocks())
        .contains(plain.text().indexOf("Water is"), plain.text().indexOf("The mayor"));
  }

  @Test
  void quotesAfterEachOtherAreSeveral() {
    PlainText plain = PlainText.of("> One.\n>\n> Still one.\n\n> Two.\n");

    assertThat(plain.text()).isEqualTo("One.\n\nStill one.\n\nTwo.");
    assertThat(plain.blocks())
        .contains(plain.text().indexOf("Two"))
        .doesNotContain(plain.text().indexOf("Still"));
  }

  @Test
  void thePlacesAtWhichQuotesBeginAreKnown() {
    PlainText plain = PlainText.of("Before.\n\n> One.\n>\n> Still one.\n\nAfter.\n");

    assertThat(plain.quotes()).containsExactly(plain.text().indexOf("One"));
  }

  @Test
  void aPostsAddressOnALineOfItsOwnIsNotJoinedToTheNext() {
    String address = "https://x.com/ana_of_the_lake_dem/status/1919000000000000000";
    assertThat(PlainText.of(FOLDED + "\n" + address + "\nWater is over the bridge.\n").text())
        .contains("\n" + address + "\nWater");
  }

  @Test
  void aQuoteInAListsItemIsAQuote() {
    PlainText plain = PlainText.of("Seen:\n\n  * > One,\n    > and more.\n\n\t> Two.\n");

    assertThat(plain.text()).isEqualTo("Seen:\n\nOne,\nand more.\n\nTwo.");
    assertThat(plain.blocks()).contains(plain.text().indexOf("One"), plain.text().indexOf("Two"));
  }

  @Test
  void aBlockMayBeIndentedWithoutABlankLine() {
    PlainText plain =
        PlainText.of("The mayor spoke.\n     Water is over\n     the bridge.\nSo she said.");

    assertThat(plain.blocks())
        .contains(plain.text().indexOf("Water"), plain.text().indexOf("So she"))
        .doesNotContain(plain.text().indexOf("the bridge"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*  ", "2. ", "•\u00a0 "})
  void theLinesOfAListsItemAreNoBlock(String sign) {
    PlainText plain = PlainText.of("Seen:\n  " + sign + "Water over\n      the bridge.\n");

    assertThat(plain.blocks()).doesNotContain(plain.text().indexOf("the bridge"));
  }

  @Test
  void linesOfAnyOtherLengthStayAsTheyAre() {
    String poem = "Roses are red,\nviolets are blue,\nno tool has folded\nwhat is for you.";
    assertThat(PlainText.of(poem).text()).isEqualTo(poem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\-- Ana (@ana\\_demo) 8\\. May 2025 | -- Ana (@ana_demo) 8. May 2025",
        "in [12]#Lyon on [13]May 4, 2025 | in #Lyon on May 4, 2025",
        "**Ana** spoke | Ana spoke",
        "see <https://t.co/aB3dE5fG7h> | see https://t.co/aB3dE5fG7h",
        "in #Lyon [https://twitter.com/hashtag/Lyon] | in #Lyon",
        "[#Lyon](/tag/lyon \"Lyon\") | #Lyon",
        "in #Lyon <https://twitter.com/hashtag/Lyon?src=hash> now | in #Lyon now",
        "pic.x.com/aB3dE5fG7h <https://t.co/aB3dE5fG7h> | pic.x.com/aB3dE5fG7h",
        "to #Lyon <https://t.co/aB3dE5fG7h> | to #Lyon https://t.co/aB3dE5fG7h",
        "{#Lyon} is {wet} {https://t.co/aB3dE5fG7h} | #Lyon is {wet} https://t.co/aB3dE5fG7h",
        "![a bridge](https://demo.example/a.jpg) gone | gone",
      })
  void whatConvertersAddIsTakenOff(String written, String read) {
    assertThat(PlainText.of(written).text().strip()).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://t.co/\nZx8cVb2nMq", "https://\nt.co/Zx8cVb2nMq"})
  void anAddressThatABrowserCutIsWholeAgain(String address) {
    assertThat(PlainText.of("Gone. " + address).text()).isEqualTo("Gone. https://t.co/Zx8cVb2nMq");
  }
}
