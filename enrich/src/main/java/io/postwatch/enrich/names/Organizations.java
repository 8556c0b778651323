// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.tokens.Phrases;
import io.postwatch.enrich.tokens.Phrases.Match;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Shape;
import io.postwatch.schema.Entity;
import io.postwatch.schema.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the bodies of a small list of our own; safe to share between threads. */
public final class Organizations {
  /** How a name must be written to be meant. */
  private enum Writing {
    CAPITALISED,
    ALL_CAPITALS
  }

  private final Phrases<Writing> phrases = new Phrases<>();
  private final List<String> names = new ArrayList<>();

  /** Reads the list in the jar. */
  public Organizations() {
    for (Table.Row row : Table.beside(Organizations.class, "organizations.tsv").rows()) {
      row.list(0).forEach(name -> add(name, Writing.CAPITALISED));
      row.list(1).forEach(name -> add(name, Writing.ALL_CAPITALS));
    }
  }

  private void add(String name, Writing writing) {
    names.add(name);
    phrases.putIfAbsent(name, writing);
  }

  /** All names in the list. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** The organisations named in a text, in order, up to a limit. */
  public List<Entity> find(PostText post, int limit) {
    List<Token> tokens = post.tokens();
    List<Entity> found = new ArrayList<>();
    for (int at = 0; at < tokens.size() && found.size() < limit; ) {
      Optional<Match<Writing>> match =
          phrases.longestAt(tokens, at, name -> isWrittenAsName(tokens, name));
      match.ifPresent(name -> found.add(entity(post, name)));
      at = match.map(Match::to).orElse(at + 1);
    }
    return found;
  }

  private static boolean isWrittenAsName(List<Token> tokens, Match<Writing> match) {
    Token first = tokens.get(match.from());
    return match.value() == Writing.ALL_CAPITALS
        ? first.shape() == Shape.UPPER || first.shape() == Shape.DOTTED
        : first.isCapitalised() || tokens.get(match.to() - 1).isCapitalised();
  }

  private static Entity entity(PostText post, Match<Writing> match) {
    return Entity.newBuilder()
        .setText(post.words(match.from(), match.to()))
        .setType(EntityType.ORGANIZATION)
        .setStart(post.start(match.from()))
        .setEnd(post.end(match.to()))
        .build();
  }
}
