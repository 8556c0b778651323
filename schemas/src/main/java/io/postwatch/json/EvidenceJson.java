// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.schema.Evidence;

/** A post that stands for a count or a spike, in the form that is printed and answered. */
public final class EvidenceJson {
  private EvidenceJson() {}

  /** One object; what is not known is null. */
  public static ObjectNode of(Evidence post) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("post", post.getPostKey())
        .put("handle", post.getHandle())
        .put("url", post.getUrl())
        .put("article", post.getArticleUrl())
        .put("text", post.getText());
  }
}
