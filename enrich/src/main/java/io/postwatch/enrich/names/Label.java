// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import io.postwatch.schema.EntityType;

/** What a piece is to a name, as a small number: nothing, its beginning, or more of it. */
public final class Label {
  /** No part of a name. */
  public static final int OUTSIDE = 0;

  /** Stands for what comes before the first piece. */
  public static final int START = 7;

  /** Nothing, and a beginning and a going on for each of three types. */
  public static final int COUNT = 7;

  private static final EntityType[] TYPES = {
    EntityType.PERSON, EntityType.LOCATION, EntityType.ORGANIZATION
  };

  private Label() {}

  /** The label of the first piece of a name. */
  public static int begins(EntityType type) {
    return switch (type) {
      case PERSON -> 1;
      case LOCATION -> 3;
      case ORGANIZATION -> 5;
      case OTHER -> throw new IllegalArgumentException("expected a type that is labelled");
    };
  }

  /** The label of a later piece of a name. */
  public static int goesOn(EntityType type) {
    return begins(type) + 1;
  }

  static boolean isBeginning(int label) {
    return (label & 1) == 1;
  }

  static EntityType type(int label) {
    return TYPES[(label - 1) / 2];
  }

  /** Whether a label can come after another; only the same name can go on. */
  public static boolean follows(int before, int label) {
    return label == OUTSIDE || isBeginning(label) || before == label || before == label - 1;
  }
}
