// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names.lexica;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.tukaani.xz.XZInputStream;

/**
 * The lexica of nlp4j (edu.emory.mathcs.nlp:nlp4j-english:1.1.2, Apache-2.0), which are serialised
 * Java objects, unpacked from its jar into a directory.
 */
public record Lexica(Path directory) {

  /** Brown clusters of words in posts, by lower-case word: the path of each, as 0s and 1s. */
  Map<String, String> posts() throws IOException {
    Map<String, Set<String>> prefixes = read("en-brown-clusters-twit-lowercase.xz");
    Map<String, String> paths = new TreeMap<>();
    prefixes.forEach((word, some) -> paths.put(word, longest(some)));
    return paths;
  }

  private static String longest(Set<String> paths) {
    return paths.stream().reduce("", (a, b) -> b.length() > a.length() ? b : a);
  }

  /** Vectors of 50 numbers by word, as written. */
  Map<String, float[]> vectors() throws IOException {
    return read("en-word-embeddings-undigitalized.xz");
  }

  /** Gives each name, its words joined by spaces, with the numbers of the lists it is in. */
  void names(BiConsumer<String, Set<String>> reader) throws IOException {
    PrefixTree tree = read("en-named-entity-gazetteers-simplified.xz");
    walk("", tree.n_root, reader);
  }

  private static void walk(String name, PrefixNode node, BiConsumer<String, Set<String>> reader) {
    if (node.value != null) {
      reader.accept(name, node.value);
    }
    node.forEach((word, next) -> walk(name.isEmpty() ? word : name + " " + word, next, reader));
  }

  @SuppressWarnings("unchecked")
  private <T> T read(String file) throws IOException {
    try (InputStream in = Files.newInputStream(directory.resolve(file));
        ObjectInputStream objects =
            new LexicaInput(new BufferedInputStream(new XZInputStream(in), 1 << 20))) {
      return (T) objects.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException(file, e);
    }
  }

  /** Reads collections, strings, numbers and our own stand-ins, and nothing else. */
  private static final class LexicaInput extends ObjectInputStream {
    LexicaInput(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass described)
        throws IOException, ClassNotFoundException {
      String name = described.getName();
      if (name.endsWith(".PrefixTree")) {
        return PrefixTree.class;
      }
      if (name.endsWith(".PrefixNode")) {
        return PrefixNode.class;
      }
      if (!name.startsWith("java.util.") && !name.startsWith("java.lang.") && !name.equals("[F")) {
        throw new IOException("expected no " + name + " in a lexicon");
      }
      return super.resolveClass(described);
    }
  }
}
