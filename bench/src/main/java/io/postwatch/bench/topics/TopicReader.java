// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.topics;

import io.postwatch.schema.TopicMention;
import java.util.List;

/** What reads the topics of a text, the surest first. */
interface TopicReader {
  List<TopicMention> topics(String text);
}
