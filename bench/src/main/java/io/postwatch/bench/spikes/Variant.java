// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.spikes;

import io.postwatch.aggregate.spikes.SpikeSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The one setting with something changed, to see what depends on it. */
record Variant(String name, UnaryOperator<SpikeSettings> change) {

  SpikeSettings of(SpikeSettings settings) {
    return change.apply(settings);
  }

  /** Each value alone, at half and at twice what it is. */
  static List<Variant> ofEach() {
    List<Variant> variants = new ArrayList<>();
    for (double factor : new double[] {0.5, 0.75, 1.5, 2}) {
      variants.add(
          new Variant("times a week x " + factor, s -> times(s, factor, 1, 1, 1, 1, 1, 1)));
      variants.add(new Variant("warm-up x " + factor, s -> times(s, 1, factor, 1, 1, 1, 1, 1)));
      variants.add(new Variant("cool-down x " + factor, s -> times(s, 1, 1, factor, 1, 1, 1, 1)));
      variants.add(
          new Variant("level's memory x " + factor, s -> times(s, 1, 1, 1, factor, 1, 1, 1)));
      variants.add(
          new Variant("hours' memory x " + factor, s -> times(s, 1, 1, 1, 1, factor, 1, 1)));
      variants.add(
          new Variant("peaks' memory x " + factor, s -> times(s, 1, 1, 1, 1, 1, factor, 1)));
      variants.add(new Variant("clip x " + factor, s -> times(s, 1, 1, 1, 1, 1, 1, factor)));
    }
    return variants.stream()
        .sorted(Comparator.comparing(v -> v.name().replaceAll(" x .*", "")))
        .toList();
  }

  /** Values that matter most, all combinations. */
  static List<Variant> grid() {
    List<Variant> variants = new ArrayList<>();
    for (double rate : new double[] {0.5, 0.625, 0.75, 0.875, 1, 1.125, 1.25, 1.5, 2}) {
      for (double clip : new double[] {0.5, 0.75, 1, 1.5, 2}) {
        for (double level : new double[] {0.5, 1, 2}) {
          variants.add(
              new Variant(
                  "times a week x %s, clip x %s, level's memory x %s".formatted(rate, clip, level),
                  s -> times(s, rate, 1, 1, level, 1, 1, clip)));
        }
      }
    }
    return variants;
  }

  private static SpikeSettings times(
      SpikeSettings s,
      double timesPerWeek,
      double warmUp,
      double coolDown,
      double level,
      double season,
      double peaks,
      double clip) {
    return new SpikeSettings(
        s.interval(),
        s.timesPerWeek() * timesPerWeek,
        times(s.warmUp(), warmUp),
        times(s.coolDown(), coolDown),
        times(s.levelHalfLife(), level),
        times(s.seasonHalfLife(), season),
        times(s.peaksHalfLife(), peaks),
        s.clip() * clip);
  }

  private static Duration times(Duration duration, double factor) {
    return Duration.ofMillis(Math.round(duration.toMillis() * factor));
  }
}
