/**
 * A client of schema registries that speak Confluent's REST protocol, and an in-memory registry
 * with the same behaviour; begin with {@link io.postwatch.registry.SchemaRegistry}.
 */
package io.postwatch.registry;
