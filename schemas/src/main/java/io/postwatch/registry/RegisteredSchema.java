// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import org.apache.avro.Schema;

/**
 * A schema as one version of a subject.
 *
 * @param version 1 or more, counted within the subject
 * @param id number of the schema in the whole registry, the one that stands in records
 */
public record RegisteredSchema(String subject, int version, int id, Schema schema) {}
