// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.schema.CountStatus;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which counts are printed, apart from their clock and size; all unless told otherwise. */
final class CountFilter {
  @Mixin private SubjectFilter subject = new SubjectFilter();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      converter = StatusConverter.class,
      description = "Only counts that are provisional, final or corrected; repeatable.")
  private List<CountStatus> statuses = List.of();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = TimeSpan.Converter.class,
      description =
          "Only windows that hold this time (UTC): 2026-04-16T20:15:00Z, or a day, 2026-04-16.")
  private TimeSpan at;

  /** Whether a key's counts are asked for, whatever their status. */
  boolean asksFor(IncidentCountKey key, IncidentCount count) {
    return subject.asksFor(key.getTopic(), key.getPlace(), count.getPlaceName())
        && (at == null || at.meets(key.getWindowStart(), key.getWindowSize()));
  }

  boolean hasStatus(IncidentCount count) {
    return statuses.isEmpty() || statuses.contains(count.getStatus());
  }

  /** Whether a time was given, which few windows hold. */
  boolean isOfATime() {
    return at != null;
  }

  /** Reads a status, with its own complaint. */
  static final class StatusConverter implements ITypeConverter<CountStatus> {
    @Override
    public CountStatus convert(String text) {
      try {
        return CountStatus.valueOf(text.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "\"" + text + "\" is not a status: expected provisional, final or corrected");
      }
    }
  }
}
