// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import io.postwatch.bench.names.LabelledPost.Name;
import io.postwatch.schema.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads labelled posts: a word, a tab and its label a line, an empty line after each post. The
 * words are joined by single spaces.
 */
public final class Conll {
  private final List<LabelledPost> posts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private List<Name> names = new ArrayList<>();

  private Conll() {}

  /** The posts of a file, in order. */
  public static List<LabelledPost> read(Path file) throws IOException {
    Conll reader = new Conll();
    for (String line : Files.readAllLines(file)) {
      int tab = line.lastIndexOf('\t');
      if (tab < 0) {
        reader.endPost();
      } else {
        reader.word(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    reader.endPost();
    return reader.posts;
  }

  private void word(String word, String label) {
    if (!text.isEmpty()) {
      text.append(' ');
    }
    int at = text.length();
    text.append(word);
    if (label.equals("O")) {
      return;
    }
    EntityType type = type(label.substring(2));
    int last = names.size() - 1;
    boolean goesOn =
        label.startsWith("I-")
            && last >= 0
            && names.get(last).until() == at - 1
            && names.get(last).type() == type;
    if (goesOn) {
      names.set(last, new Name(type, names.get(last).at(), text.length()));
    } else {
      boolean hashtag = word.length() > 1 && word.charAt(0) == '#';
      names.add(new Name(type, hashtag ? at + 1 : at, text.length()));
    }
  }

  private static EntityType type(String label) {
    return switch (label) {
      case "PER" -> EntityType.PERSON;
      case "LOC" -> EntityType.LOCATION;
      case "ORG" -> EntityType.ORGANIZATION;
      default -> throw new IllegalArgumentException("expected PER, LOC or ORG: " + label);
    };
  }

  private void endPost() {
    if (!text.isEmpty()) {
      posts.add(new LabelledPost(text.toString(), List.copyOf(names)));
      text.setLength(0);
      names = new ArrayList<>();
    }
  }
}
