// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.x.StatusLink;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The words that close an embedded X post, such as {@code — Name (@handle) January 8, 2022}.
 *
 * @param start index of its first character, the dash
 * @param end index after its date and link, or after the handle where it has neither
 * @param author display name, or null where it is left out
 * @param handle as written, without @
 * @param day the day it shows; empty where it shows none that can be
 * @param link the post's address, where a scraper kept it beside the date
 */
public record Signature(
    int start,
    int end,
    String author,
    String handle,
    Optional<LocalDate> day,
    Optional<StatusLink> link) {}
