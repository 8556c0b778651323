// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
'use strict';

// node exchange.js read BROKER REGISTRY TOPIC COUNT: prints that many records, one JSON object a line.
// node exchange.js write BROKER REGISTRY TOPIC: registers the schemas and sends the record that
// standard input holds as JSON {keySchema, valueSchema, key, value}.

const { randomUUID } = require('crypto');
const { readFileSync } = require('fs');
const { Kafka, logLevel } = require('kafkajs');
const { SchemaRegistry, SchemaType } = require('@kafkajs/confluent-schema-registry');

const [command, broker, registryUrl, topic, count] = process.argv.slice(2);
const kafka = new Kafka({ clientId: 'exchange', brokers: [broker], logLevel: logLevel.ERROR });
const registry = new SchemaRegistry({ host: registryUrl });

async function read(wanted) {
  const consumer = kafka.consumer({ groupId: randomUUID() });
  const records = [];
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await new Promise((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    consumer.run({
      eachMessage: async ({ partition, message }) => {
        records.push({
          partition,
          offset: Number(message.offset),
          key: await registry.decode(message.key),
          value: await registry.decode(message.value),
        });
        if (records.length === wanted) {
          resolve();
        }
      },
    });
  });
  await consumer.disconnect();
  records.forEach((record) => console.log(JSON.stringify(record)));
}

async function write({ keySchema, valueSchema, key, value }) {
  const encode = async (part, schema, data) => {
    const confluentSchema = { type: SchemaType.AVRO, schema: JSON.stringify(schema) };
    const { id } = await registry.register(confluentSchema, { subject: `${topic}-${part}` });
    return registry.encode(id, data);
  };
  const producer = kafka.producer();
  await producer.connect();
  await producer.send({
    topic,
    messages: [
      { key: await encode('key', keySchema, key), value: await encode('value', valueSchema, value) },
    ],
  });
  await producer.disconnect();
}

(command === 'read' ? read(Number(count)) : write(JSON.parse(readFileSync(0, 'utf8')))).catch(
  (failure) => {
    console.error(failure);
    process.exit(1);
  },
);
