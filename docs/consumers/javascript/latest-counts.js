// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
'use strict';

// node latest-counts.js BROKER REGISTRY [--final]: keeps a table of the latest counts and prints each
// that changes; with --final those of closed windows alone. Ctrl-C ends it.

const { randomUUID } = require('crypto');
const { Kafka, logLevel } = require('kafkajs');
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry');

const [broker, registryUrl, option] = process.argv.slice(2);
const registry = new SchemaRegistry({ host: registryUrl });
const kafka = new Kafka({ clientId: 'latest-counts', brokers: [broker], logLevel: logLevel.ERROR });

// A group of its own each time: the table is built anew from the beginning. kafkajs reads committed
// records only unless told otherwise.
const consumer = kafka.consumer({ groupId: `latest-counts-${randomUUID()}` });
const latest = new Map();

async function eachMessage({ message }) {
  const key = await registry.decode(message.key);
  const count = await registry.decode(message.value);
  latest.set(JSON.stringify(key), count); // The whole count: it replaces, never adds.
  if (option !== '--final' || count.status !== 'PROVISIONAL') {
    console.log(JSON.stringify({ ...key, ...count }));
  }
}

async function main() {
  await consumer.connect();
  await consumer.subscribe({ topics: ['postwatch.incident-counts.v1'], fromBeginning: true });
  await consumer.run({ eachMessage });
}

process.once('SIGINT', () => consumer.disconnect());
main().catch((failure) => {
  console.error(failure.message);
  process.exit(1);
});
