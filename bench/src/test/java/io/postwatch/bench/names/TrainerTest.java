// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final int NAME = 5;
  private static final int WORD = 9;
  private static final List<Example> EXAMPLES =
      List.of(example(new byte[] {0, 1}, WORD, NAME), example(new byte[] {1, 0}, NAME, WORD));

  @Test
  void aFeatureOfNamesComesToSpeakForThem() {
    Trainer.Learned learned = train();

    assertThat(weight(learned, NAME, 1)).isGreaterThan(weight(learned, NAME, 0) + 0.2f);
    assertThat(weight(learned, WORD, 0)).isGreaterThan(weight(learned, WORD, 1) + 0.2f);
  }

  @Test
  void theSameExamplesGiveTheSameWeights() {
    Trainer.Learned once = train();
    Trainer.Learned again = train();

    assertThat(again.weights()).isEqualTo(once.weights());
    assertThat(again.transitions()).isEqualTo(once.transitions());
    assertThat(again.net().rows()).isEqualTo(once.net().rows());
    assertThat(again.net().output()).isEqualTo(once.net().output());
  }

  @Test
  void probabilitiesOfLabelsAndOfPairsAddUpToOne() {
    Lattice lattice =
        new Lattice(new double[][] {{1, 2, 0, 0, 1, 3, 0}, {0, 1, 2, 0, 0, 1, 4}}, new float[56]);
    double labels = 0;
    double pairs = 0;
    for (int label = 0; label < 7; label++) {
      labels += lattice.probability(1, label);
      for (int before = 0; before < 7; before++) {
        pairs += lattice.probability(1, before, label);
      }
    }

    assertThat(labels).isCloseTo(1, offset(1e-9));
    assertThat(pairs).isCloseTo(1, offset(1e-9));
  }

  private static Trainer.Learned train() {
    return new Trainer(new Trainer.Settings(6, 20, 0.2, 0.1f, 0.1f, 0.2, 1)).train(EXAMPLES);
  }

  private static float weight(Trainer.Learned learned, int feature, int label) {
    return learned.weights()[feature * 7 + label];
  }

  private static Example example(byte[] labels, int... features) {
    int[][] each = new int[features.length][];
    for (int i = 0; i < each.length; i++) {
      each[i] = new int[] {features[i]};
    }
    return new Example(each, each, labels, 1);
  }
}
