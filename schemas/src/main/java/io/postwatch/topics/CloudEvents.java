// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What CloudEvents 1.0 says of a topic's records, in the headers that its Kafka binding names for
 * binary content mode: the value stays what it is.
 *
 * @param topic the topic
 * @param source the stage that writes it, {@code ce_source}
 * @param type what its records tell, {@code ce_type}; ends in the major version of the contract
 */
public record CloudEvents(Topic topic, String source, String type) {
  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String TYPE = "ce_type";
  public static final String TIME = "ce_time";
  public static final String CONTENT_TYPE = "content-type";

  /** Names of all headers that a record's event has. */
  public static final Set<String> HEADERS =
      Set.of(SPEC_VERSION, ID, SOURCE, TYPE, TIME, CONTENT_TYPE);

  /** The version of CloudEvents. */
  public static final String VERSION = "1.0";

  /** Media type of the values, which the wire format's five bytes precede. */
  public static final String AVRO = "application/avro";

  /** A dead letter is no event of ours: it is what came. Positions are internal to ingest. */
  private static final Map<String, CloudEvents> BY_TOPIC =
      Stream.of(
              by("ingest", Topics.POSTS),
              by("enrich", Topics.ENRICHED_POSTS),
              by("enrich", Topics.INCIDENTS),
              by("aggregate", Topics.INCIDENT_COUNTS),
              by("aggregate", Topics.WATCH_LIST_COUNTS),
              by("aggregate", Topics.SPIKES),
              by("aggregate", Topics.LATE))
          .collect(Collectors.toUnmodifiableMap(event -> event.topic.name(), Function.identity()));

  /** Zero byte and schema id. */
  private static final int WIRE_PREFIX = 5;

  /** 128 bits: no two events of a source meet by chance. */
  private static final int ID_BYTES = 16;

  private static CloudEvents by(String stage, Topic topic) {
    return new CloudEvents(topic, "/postwatch/" + stage, "io." + topic.name());
  }

  /** What is said of the topic's records; empty where they are no events. */
  public static Optional<CloudEvents> of(String topic) {
    return Optional.ofNullable(BY_TOPIC.get(topic));
  }

  /**
   * The {@code ce_id} of a record: 32 hexadecimal digits that its type, key and value alone decide.
   *
   * <p>Whoever derives the same record from the same input again gives it the same id, and a copy
   * in another cluster, whose registry numbers schemas otherwise, keeps it.
   *
   * @param key the key's bytes; null where there is none
   * @param value the value's bytes; null where there is none
   */
  public String id(byte[] key, byte[] value) {
    MessageDigest digest = sha256();
    for (byte[] part : List.of(type.getBytes(UTF_8), keyWithoutId(key), withoutId(value))) {
      // Lengths keep a part from running into the next.
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
      digest.update(part);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
  }

  private byte[] keyWithoutId(byte[] key) {
    return topic.keySchema().isPresent() ? withoutId(key) : orEmpty(key);
  }

  private static byte[] withoutId(byte[] bytes) {
    return bytes != null && bytes.length >= WIRE_PREFIX && bytes[0] == 0
        ? Arrays.copyOfRange(bytes, WIRE_PREFIX, bytes.length)
        : orEmpty(bytes);
  }

  private static byte[] orEmpty(byte[] bytes) {
    return bytes == null ? new byte[0] : bytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
