// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.schema.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which clocks. */
final class ClockOptions {
  @Option(
      names = "--clock",
      paramLabel = "posted|seen",
      converter = ClockConverter.class,
      description =
          "Windows by when posts were written (posted) or by when they arrived (seen); repeatable.")
  private List<Clock> clocks = List.of();

  /** The clocks asked for, else those given. */
  Set<Clock> orElse(Collection<Clock> others) {
    Set<Clock> chosen = EnumSet.noneOf(Clock.class);
    chosen.addAll(clocks.isEmpty() ? others : clocks);
    return chosen;
  }

  void addTo(Map<String, String> settings) {
    SettingsOptions.put(settings, "aggregate.clocks", clocks.stream().map(Clock::name).toList());
  }

  /** Reads a clock, with its own complaint. */
  static final class ClockConverter implements ITypeConverter<Clock> {
    @Override
    public Clock convert(String text) {
      try {
        return Clock.valueOf(text.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "\"" + text + "\" is not a clock: expected posted or seen");
      }
    }
  }
}
