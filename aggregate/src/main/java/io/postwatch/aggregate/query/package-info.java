// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

/** Questions on what is counted, asked of the state stores of one instance and of several. */
package io.postwatch.aggregate.query;
