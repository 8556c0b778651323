// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A file, as a source of its own or among others. */
record FileItem(Path path) implements Source, SourceItem {
  @Override
  public Stream<SourceItem> items() {
    return Stream.of(this);
  }

  @Override
  public OptionalLong total() {
    return OptionalLong.of(bytes());
  }

  @Override
  public long bytes() {
    return path.toFile().length();
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public Optional<String> fingerprint() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(attributes.size() + "@" + attributes.lastModifiedTime().toInstant());
    } catch (IOException unreadable) {
      return Optional.of("cannot be looked at: " + unreadable.getMessage());
    }
  }

  @Override
  public Contents open(long from) throws UnreadableException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new UnreadableException("not a regular file; expected a file or a directory");
    }
    return Formats.open(Origin.of(name()), stream(), from);
  }

  private InputStream stream() throws UnreadableException {
    try {
      return Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw new UnreadableException("no such file or directory");
    } catch (AccessDeniedException e) {
      throw new UnreadableException("permission denied");
    } catch (IOException e) {
      throw new UnreadableException("cannot be read: " + e.getMessage());
    }
  }
}
