// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import io.postwatch.schema.EmbeddedPost;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/** The one place that tells Avro which classes it may make records of. */
public final class TrustedClasses {
  private static final String PACKAGE = EmbeddedPost.class.getPackageName() + ".";

  private TrustedClasses() {}

  /**
   * Adds the generated records to what Avro trusts in this process; needed before the first is read
   * or built with defaults, for Avro 1.12.2 trusts no generated class by itself.
   *
   * <p>The serializer and deserializer call it. Repeated calls do nothing; what else is trusted
   * stays so, {@code org.apache.avro.SERIALIZABLE_PACKAGES} included.
   */
  public static synchronized void trustGeneratedRecords() {
    ClassSecurityPredicate trusted = ClassSecurityValidator.getGlobal();
    if (!trusted.isTrusted(EmbeddedPost.class)) {
      ClassSecurityValidator.setGlobal(
          ClassSecurityValidator.composite(trusted, type -> type.getName().startsWith(PACKAGE)));
    }
  }
}
