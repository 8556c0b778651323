// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

/**
 * A post, as far as its address alone tells.
 *
 * @param platform as in the schema, e.g. {@code instagram}
 * @param id the platform's id in its one spelling, so that every address of a post gives the same
 * @param handle the author as the address names them, in lower case, or null
 * @param url the post's own page
 */
record PostAddress(String platform, String id, String handle, String url) {

  /** True for an address of the same post, however it is written. */
  boolean isAt(String text) {
    return PostAddresses.parse(text)
        .filter(other -> other.platform.equals(platform) && other.id.equals(id))
        .isPresent();
  }
}
