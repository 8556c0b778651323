// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.aggregate.windows.WindowSize;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which window sizes. */
final class WindowOptions {
  @Option(
      names = "--window",
      paramLabel = "SIZE",
      converter = SizeConverter.class,
      description = "Size of the windows, such as 1m, 1h or 1d; repeatable.")
  private List<WindowSize> sizes = List.of();

  /** The sizes asked for, else those given. */
  Set<WindowSize> orElse(Collection<WindowSize> others) {
    return new LinkedHashSet<>(sizes.isEmpty() ? others : sizes);
  }

  void addTo(Map<String, String> settings) {
    SettingsOptions.put(
        settings, "aggregate.windows", sizes.stream().map(WindowSize::toString).toList());
  }

  /** Reads a size, with its own complaint. */
  static final class SizeConverter implements ITypeConverter<WindowSize> {
    @Override
    public WindowSize convert(String text) {
      try {
        return WindowSize.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
