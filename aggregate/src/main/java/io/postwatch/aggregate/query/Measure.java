// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

/** The numbers by which topics are compared. */
public enum Measure {
  POSTS,
  SIGHTINGS,
  AUTHORS,
  OUTLETS
}
