// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.search;

import com.dynatrace.hash4j.hashing.Hashing;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** Which thing a document is of, and whose. */
final class Identity {
  /** Sets documents of the same age apart. */
  static final String TIE = "tie";

  private static final String ID = "id";
  private static final String TASK = "task";

  private Identity() {}

  /** The document with its identity. */
  static Document of(int task, String id, Document document) {
    BytesRef bytes = new BytesRef(id);
    document.add(new StringField(ID, bytes, Field.Store.NO));
    document.add(new BinaryDocValuesField(ID, bytes));
    document.add(new StringField(TASK, Integer.toString(task), Field.Store.NO));
    document.add(new NumericDocValuesField(TASK, task));
    document.add(new NumericDocValuesField(TIE, Hashing.komihash5_0().hashCharsToLong(id)));
    return document;
  }

  static Term term(String id) {
    return new Term(ID, id);
  }

  static Term task(int task) {
    return new Term(TASK, Integer.toString(task));
  }

  static Hit hit(IndexSearcher searcher, FieldDoc found) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
    int document = found.doc - leaf.docBase;
    BinaryDocValues ids = leaf.reader().getBinaryDocValues(ID);
    NumericDocValues tasks = leaf.reader().getNumericDocValues(TASK);
    ids.advanceExact(document);
    tasks.advanceExact(document);
    return new Hit(
        ids.binaryValue().utf8ToString(),
        (int) tasks.longValue(),
        new Hit.Place((Long) found.fields[0], (Long) found.fields[1]));
  }
}
