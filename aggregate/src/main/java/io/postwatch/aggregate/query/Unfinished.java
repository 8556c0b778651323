// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import java.util.function.Function;

/**
 * An answer that lacks what another question tells.
 *
 * @param next the other question
 * @param address path and parameters, below {@code /api/v1}, by which other instances are asked it
 * @param form see {@link Question}
 * @param together makes the answer of the other question's
 */
public record Unfinished<P>(
    Question<P> next, String address, Class<P> form, Function<Object, Object> together) {}
