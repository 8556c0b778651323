// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

/** For which entries of a feed the page that they link to is fetched. */
public enum Pages {
  /** For those whose own content is no more than a teaser. */
  AUTO,
  ALWAYS,
  NEVER
}
