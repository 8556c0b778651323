// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.Entity;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the names of people, organisations and places by what was learned from labelled posts; safe
 * to share between threads.
 */
public final class NameTagger {
  private final ScoredWords words;
  private final Context context;
  private final Weights weights;
  private final WindowNet net;

  /** A tagger that labels by a model. */
  public NameTagger(NameModel model) {
    this.words = new ScoredWords(model);
    this.context = new Context(model.lexicon());
    this.weights = model.weights();
    this.net = model.net();
  }

  /** The tagger with the model in the jar; takes about half a second. */
  public static NameTagger load() {
    return new NameTagger(NameModel.load());
  }

  /** The names in a post, in order, up to a limit. */
  public List<Entity> tag(PostText post, int limit) {
    List<Piece> pieces = Pieces.of(post);
    List<Entity> names = new ArrayList<>();
    for (NameSpan span : spans(post.text(), pieces)) {
      if (names.size() == limit) {
        break;
      }
      names.add(entity(post.text(), pieces, span));
    }
    return names;
  }

  /** The names among the pieces of a text. */
  public List<NameSpan> spans(String text, List<Piece> pieces) {
    ScoredWord[] scored = new ScoredWord[pieces.size()];
    Word[] read = new Word[scored.length];
    for (int i = 0; i < scored.length; i++) {
      scored[i] = words.get(text, pieces.get(i));
      read[i] = scored[i].word();
    }
    byte[] labels = Viterbi.best(sums(scored, read, pieces), scored.length, weights);
    return NameSpan.of(labels).stream()
        .map(span -> span.without(Piece.Kind.CLITIC, pieces))
        .filter(span -> span.from() < span.to())
        .toList();
  }

  private int[] sums(ScoredWord[] scored, Word[] read, List<Piece> pieces) {
    int[] sums = new int[scored.length * Label.COUNT];
    addNet(scored, sums);
    int[] phrases = context.phrases(read);
    int capitals = Context.capitals(read);
    Features features = new Features();
    for (int i = 0; i < scored.length; i++) {
      int offset = i * Label.COUNT;
      int first = Math.max(0, i - WordFeatures.REACH);
      int last = Math.min(scored.length - 1, i + WordFeatures.REACH);
      for (int other = first; other <= last; other++) {
        scored[other].addTo(sums, offset, i - other);
      }
      features.clear();
      context.add(features, read, pieces, phrases, capitals, i);
      features.addTo(weights, sums, offset);
    }
    return sums;
  }

  private void addNet(ScoredWord[] scored, int[] sums) {
    float[] mean = new float[WindowNet.DEPTH];
    for (ScoredWord word : scored) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += word.vector()[i] / scored.length;
      }
    }
    float[] base = net.base(mean);
    float[] hidden = new float[base.length];
    float[] said = new float[Label.COUNT];
    for (int i = 0; i < scored.length; i++) {
      System.arraycopy(base, 0, hidden, 0, base.length);
      int first = Math.max(0, i - WordFeatures.REACH);
      int last = Math.min(scored.length - 1, i + WordFeatures.REACH);
      for (int other = first; other <= last; other++) {
        scored[other].addTo(hidden, i - other);
      }
      net.output(hidden, said);
      for (int label = 0; label < Label.COUNT; label++) {
        sums[i * Label.COUNT + label] += Math.round(said[label]);
      }
    }
  }

  private static Entity entity(String text, List<Piece> pieces, NameSpan span) {
    Piece first = pieces.get(span.from());
    Piece last = pieces.get(span.to() - 1);
    return Entity.newBuilder()
        .setText(text.substring(first.at(), last.until()))
        .setType(span.type())
        .setStart(first.start())
        .setEnd(last.end())
        .build();
  }
}
