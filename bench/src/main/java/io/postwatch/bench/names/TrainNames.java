// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import io.postwatch.bench.names.lexica.Lexica;
import io.postwatch.bench.names.lexica.LexiconBuilder;
import io.postwatch.enrich.names.FeatureExtractor;
import io.postwatch.enrich.names.Lexicon;
import io.postwatch.enrich.names.NameModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the tagger's model from labelled posts and lexica; the same input gives the same bytes. */
public final class TrainNames {
  private TrainNames() {}

  /** Takes a directory of labelled posts, one of nlp4j's lexica, and the file to write. */
  public static void main(String[] args) throws IOException {
    Lexicon.Entries lexicon = LexiconBuilder.build(new Lexica(Path.of(args[1])));
    FeatureExtractor extractor = new FeatureExtractor(lexicon.lexicon());
    List<Example> examples = TrainingPosts.read(Path.of(args[0]).resolve("names"), extractor);
    Trainer.Settings settings = new Trainer.Settings(20, 10, 0.2, 0.5f, 0.3f, 0.2, 1);
    Trainer.Learned learned = new Trainer(settings).train(examples);
    try (OutputStream file = Files.newOutputStream(Path.of(args[2]))) {
      NameModel.write(lexicon, learned.rounded(0.03f), learned.roundedNet(), file);
    }
  }
}
