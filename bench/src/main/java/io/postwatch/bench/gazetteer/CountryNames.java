// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names of countries in several languages, from Unicode CLDR. */
final class CountryNames {
  private static final List<String> LANGUAGES =
      List.of("fr", "de", "es", "it", "pt", "ru", "uk", "ar", "tr", "pl", "nl", "el", "kk");

  private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

  /** Keys of shorter and other names; "US" and "UK" are left to the table written by hand. */
  private static final List<String> VARIANTS = List.of("", "-alt-variant");

  private final Map<String, String> english = new TreeMap<>();
  private final List<JsonNode> foreign = new ArrayList<>();

  private CountryNames() {}

  static CountryNames read(Path modules) throws IOException {
    CountryNames names = new CountryNames();
    JsonNode own = territories(modules, "en");
    own.fieldNames()
        .forEachRemaining(
            code -> {
              if (CODE.matcher(code).matches()) {
                names.english.put(code, own.path(code).asText());
              }
            });
    names.foreign.add(own);
    for (String language : LANGUAGES) {
      names.foreign.add(territories(modules, language));
    }
    return names;
  }

  private static JsonNode territories(Path modules, String language) throws IOException {
    Path file = modules.resolve("cldr-localenames-full/main/" + language + "/territories.json");
    JsonNode main = new ObjectMapper().readTree(file.toFile()).path("main").path(language);
    return main.path("localeDisplayNames").path("territories");
  }

  /** English names by ISO 3166-1 alpha-2 code; a few of the codes are no country's. */
  Map<String, String> english() {
    return english;
  }

  /** Its other names, and those in other languages. */
  List<String> others(String code) {
    return foreign.stream()
        .flatMap(names -> VARIANTS.stream().map(variant -> names.path(code + variant)))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .toList();
  }
}
