// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.postwatch.bench.Corpus;
import io.postwatch.bench.names.LabelledPost.Name;
import io.postwatch.enrich.names.Label;
import io.postwatch.schema.EntityType;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Scores the transformer that labelled the machine-labelled posts, on what the tagger is. */
public final class Teacher implements AutoCloseable {
  private static final int MOST_PIECES = 200;
  private static final List<EntityType> TYPES =
      List.of(EntityType.PERSON, EntityType.LOCATION, EntityType.ORGANIZATION);

  private final WordPieces pieces;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  private Teacher(Path models) throws IOException, OrtException {
    pieces = WordPieces.read(models.resolve("minilm-ner.vocab.json"));
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    session =
        environment.createSession(models.resolve("minilm-ner-int8.onnx").toString(), options);
  }

  /** Takes a directory of labelled data; the teacher lies in {@code models} beside it. */
  public static void main(String[] args) throws Exception {
    Corpus corpus = Corpus.of(args);
    try (Teacher teacher = new Teacher(corpus.require("../models"))) {
      NameSets.report(corpus.require("names"), null, teacher::names);
    }
  }

  private List<Name> names(String text) {
    String[] words = text.split(" ");
    List<Name> names = new ArrayList<>();
    int at = 0;
    int[] labels = labels(words);
    for (int i = 0; i < words.length; i++) {
      int until = at + words[i].length();
      if (labels[i] != Label.OUTSIDE) {
        EntityType type = TYPES.get((labels[i] - 1) / 2);
        int last = names.size() - 1;
        boolean goesOn =
            labels[i] % 2 == 0
                && last >= 0
                && names.get(last).until() == at - 1
                && names.get(last).type() == type;
        if (goesOn) {
          names.set(last, new Name(type, names.get(last).at(), until));
        } else {
          names.add(new Name(type, at + (isHashtag(words[i]) ? 1 : 0), until));
        }
      }
      at = until + 1;
    }
    return names;
  }

  private static boolean isHashtag(String word) {
    return word.startsWith("#") && word.length() > 1;
  }

  private int[] labels(String[] words) {
    List<Long> ids = new ArrayList<>(List.of(pieces.id("[CLS]")));
    List<Long> shapes = new ArrayList<>(List.of(0L));
    int[] first = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      first[i] = Math.min(ids.size(), MOST_PIECES - 2);
      for (long piece : pieces.of(words[i])) {
        if (ids.size() < MOST_PIECES - 1) {
          ids.add(piece);
          shapes.add(shape(words[i]));
        }
      }
    }
    ids.add(pieces.id("[SEP]"));
    shapes.add(0L);
    FloatBuffer said = run(ids, shapes);
    int[] labels = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      for (int label = 1; label < Label.COUNT; label++) {
        int row = first[i] * Label.COUNT;
        labels[i] = said.get(row + label) > said.get(row + labels[i]) ? label : labels[i];
      }
    }
    return labels;
  }

  private FloatBuffer run(List<Long> ids, List<Long> shapes) {
    try (OnnxTensor id = tensor(ids);
        OnnxTensor shape = tensor(shapes);
        OnnxTensor mask = tensor(ids.stream().map(any -> 1L).toList());
        OrtSession.Result result =
            session.run(Map.of("ids", id, "shape", shape, "mask", mask))) {
      return ((OnnxTensor) result.get(0)).getFloatBuffer();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private OnnxTensor tensor(List<Long> numbers) throws OrtException {
    long[] array = numbers.stream().mapToLong(Long::longValue).toArray();
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(array), new long[] {1, array.length});
  }

  /** How a word is cased, in the numbers the teacher was trained with. */
  private static long shape(String word) {
    if (word.length() > 1 && (word.startsWith("@") || word.startsWith("#"))) {
      return word.startsWith("@") ? 7 : 8;
    }
    if (WordPieces.isLink(word)) {
      return 9;
    }
    if (word.codePoints().noneMatch(Character::isLetter)) {
      return word.codePoints().anyMatch(Character::isDigit) ? 5 : 6;
    }
    boolean lower = word.codePoints().anyMatch(Character::isLowerCase);
    if (word.codePoints().noneMatch(Character::isUpperCase)) {
      return lower ? 1 : 4;
    }
    if (!lower) {
      return word.length() > 1 ? 3 : 2;
    }
    boolean title =
        Character.isUpperCase(word.charAt(0))
            && word.chars().skip(1).noneMatch(Character::isUpperCase);
    return title ? 2 : 4;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
