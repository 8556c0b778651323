// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.schema.Spike;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which published spikes are printed; all unless told otherwise. */
final class SpikeFilter {
  @Mixin private SubjectFilter subject = new SubjectFilter();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = TimeSpan.Converter.class,
      description = "Only spikes of this time (UTC): 2026-04-16T20:15:00Z, or a day, 2026-04-16.")
  private TimeSpan at;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = TimeSpan.Converter.class,
      description = "Only spikes that lasted at this time or began later.")
  private TimeSpan since;

  @Option(names = "--lasting", description = "Only spikes that are not over.")
  private boolean isLasting;

  boolean asksFor(Spike spike) {
    return subject.asksFor(spike.getTopic(), spike.getPlace(), spike.getPlaceName())
        && (at == null
            || spike.getStartedAt().isBefore(at.until())
                && spike.getCountedUntil().isAfter(at.from()))
        && (since == null || spike.getCountedUntil().isAfter(since.from()));
  }

  /** Whether a spike is asked for in the state that it is in. */
  boolean asksForState(Spike spike) {
    return !isLasting || spike.getEndedAt() == null;
  }
}
