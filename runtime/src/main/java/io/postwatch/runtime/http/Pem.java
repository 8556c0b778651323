// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys and certificates as PEM files hold them. */
final class Pem {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");

  private Pem() {}

  /**
   * The certificates of a file, in its order.
   *
   * @throws IllegalArgumentException when there is none; the message says what was expected
   */
  static List<X509Certificate> certificates(byte[] pem) {
    try {
      List<X509Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    } catch (CertificateException e) {
      // The same complaint as of a file without any.
    }
    throw new IllegalArgumentException(
        "expected PEM with a certificate (-----BEGIN CERTIFICATE-----)");
  }

  /**
   * The private key of a file.
   *
   * @throws IllegalArgumentException when there is none that can be read; the message says what was
   *     expected
   */
  static PrivateKey key(byte[] pem) {
    Matcher matcher = KEY.matcher(new String(pem, StandardCharsets.US_ASCII));
    if (matcher.find()) {
      PKCS8EncodedKeySpec spec =
          new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1)));
      for (String algorithm : ALGORITHMS) {
        try {
          return KeyFactory.getInstance(algorithm).generatePrivate(spec);
        } catch (InvalidKeySpecException e) {
          // It is one of the other algorithms, or none.
        } catch (GeneralSecurityException e) {
          throw new IllegalStateException("every Java has " + algorithm, e);
        }
      }
    }
    throw new IllegalArgumentException(
        "expected PEM with a private key in PKCS #8 that is not encrypted (-----BEGIN PRIVATE"
            + " KEY-----; openssl pkcs8 -topk8 -nocrypt makes one of others)");
  }

  /** Whether a private key is that of a certificate's public key. */
  static boolean belong(PrivateKey key, PublicKey certified) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> "Ed25519";
        };
    byte[] text = "postwatch".getBytes(StandardCharsets.US_ASCII);
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(text);
      byte[] signature = signing.sign();
      Signature verifying = Signature.getInstance(algorithm);
      verifying.initVerify(certified);
      verifying.update(text);
      return verifying.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
