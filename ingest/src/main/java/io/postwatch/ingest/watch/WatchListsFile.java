// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.watch;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads watch lists from YAML: under each list's name its {@code any}, {@code all}, {@code not}.
 */
final class WatchListsFile {
  /** Some 100,000 names; a larger file is a mistake. */
  private static final long MAX_BYTES = 4 << 20;

  private static final int MAX_LISTS = 1000;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .build();

  private WatchListsFile() {}

  /** The names of one list, as written; null where left out. */
  record Rules(List<String> any, List<String> all, List<String> not) {}

  /** The file's only key. */
  record Content(LinkedHashMap<String, Rules> lists) {}

  /**
   * Reads and checks a file.
   *
   * @throws WatchListsException when it cannot be used
   */
  static WatchLists read(Path file) {
    Content content = parse(file);
    if (content == null || content.lists() == null || content.lists().isEmpty()) {
      throw new WatchListsException(file + ": no watch lists; expected some under 'lists'");
    }
    if (content.lists().size() > MAX_LISTS) {
      throw new WatchListsException(file + ": more than " + MAX_LISTS + " lists");
    }
    return new WatchLists(
        content.lists().entrySet().stream().map(entry -> list(file, entry)).toList());
  }

  private static Content parse(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new WatchListsException(file + ": larger than 4 MiB; expected watch lists in YAML");
      }
      return YAML.readValue(Files.readString(file), Content.class);
    } catch (UnrecognizedPropertyException e) {
      throw new WatchListsException(
          place(file, e)
              + "unknown key '"
              + e.getPropertyName()
              + "'; expected one of "
              + new TreeSet<>(e.getKnownPropertyIds()));
    } catch (MismatchedInputException e) {
      throw new WatchListsException(
          place(file, e)
              + "expected 'lists:' with a name for each list, and under it any, all or not");
    } catch (JsonProcessingException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
      throw new WatchListsException(
          place(file, e) + reason + "; expected YAML with @names and #names in quotes");
    } catch (NoSuchFileException e) {
      throw new WatchListsException(file + ": no such file; expected watch lists in YAML");
    } catch (AccessDeniedException e) {
      throw new WatchListsException(file + ": permission denied");
    } catch (IOException e) {
      throw new WatchListsException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static String place(Path file, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null
        ? file + ": "
        : file + ", line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
  }

  private static WatchList list(Path file, Map.Entry<String, Rules> entry) {
    String name = entry.getKey();
    if (!NAME.matcher(name).matches()) {
      throw new WatchListsException(
          file + ": list '" + name + "': expected a name of up to 64 letters, digits, . _ -");
    }
    Rules rules = entry.getValue() == null ? new Rules(null, null, null) : entry.getValue();
    WatchList list =
        new WatchList(
            name,
            names(file, name, rules.any()),
            names(file, name, rules.all()),
            names(file, name, rules.not()));
    if (list.any().isEmpty() && list.all().isEmpty()) {
      throw new WatchListsException(
          file + ": list '" + name + "' names nothing to watch; expected 'any' or 'all'");
    }
    return list;
  }

  private static Set<String> names(Path file, String list, List<String> words) {
    Set<String> names = new LinkedHashSet<>();
    for (String word : words == null ? List.<String>of() : words) {
      try {
        names.add(PostNames.of(word == null ? "" : word));
      } catch (IllegalArgumentException e) {
        throw new WatchListsException(
            file + ": list '" + list + "': '" + word + "': " + e.getMessage());
      }
    }
    return names;
  }
}
