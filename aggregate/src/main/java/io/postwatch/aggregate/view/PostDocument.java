// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.schema.EmbeddedPost;
import io.postwatch.text.Folding;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;

/** What a post is found by. */
public final class PostDocument {
  static final String HANDLE = "handle";
  static final String HASHTAG = "hashtag";
  static final String TEXT = "text";
  static final String PLATFORM = "platform";
  public static final String SEEN = "seen";
  static final String LAST = "last";

  private static final FieldType WORDS = words();

  private PostDocument() {}

  static Document of(KnownPost known) {
    EmbeddedPost post = known.post().getPost();
    Document document = new Document();
    if (post.getHandle() != null) {
      addName(document, HANDLE, post.getHandle());
    }
    for (String hashtag : post.getHashtags()) {
      addName(document, HASHTAG, hashtag);
    }
    document.add(new StringField(PLATFORM, post.getPlatform(), Field.Store.NO));
    document.add(new Field(TEXT, post.getText(), WORDS));
    document.add(new NumericDocValuesField(SEEN, known.firstSeen()));
    document.add(new LongPoint(SEEN, known.firstSeen()));
    document.add(new LongPoint(LAST, known.lastSeen()));
    return document;
  }

  // Both forms, as watch lists have it.
  private static void addName(Document document, String field, String name) {
    String strict = Folding.strict(name);
    String bare = Folding.bare(name);
    document.add(new StringField(field, strict, Field.Store.NO));
    if (!bare.equals(strict)) {
      document.add(new StringField(field, bare, Field.Store.NO));
    }
  }

  private static FieldType words() {
    FieldType words = new FieldType();
    words.setTokenized(true);
    words.setOmitNorms(true);
    words.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    words.freeze();
    return words;
  }
}
