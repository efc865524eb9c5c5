package org.consentledger.ledger.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate and its private key. */
record TestCertificate(X509CertificateHolder certificate, PrivateKey key) {
    static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");
    static final Instant FAR_AHEAD = Instant.parse("2999-01-01T00:00:00Z");

    private static final AtomicLong SERIALS = new AtomicLong();

    /** Who certifies others, by himself. */
    static TestCertificate root(String name) {
        var pair = newPair();
        return issue(
                name,
                name,
                pair,
                pair.getPrivate(),
                LONG_AGO,
                FAR_AHEAD,
                builder -> builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true)));
    }

    /** A certificate for that purpose, issued by this one. */
    TestCertificate issue(String name, KeyPurposeId purpose, boolean critical, Instant until) {
        return issue(
                name,
                certificate.getSubject().toString(),
                newPair(),
                key,
                LONG_AGO,
                until,
                builder -> builder.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purpose)));
    }

    private interface Extending {
        void to(JcaX509v3CertificateBuilder builder) throws IOException;
    }

    private static TestCertificate issue(
            String name, String issuer, KeyPair pair, PrivateKey by, Instant from, Instant until, Extending extending) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(SERIALS.incrementAndGet()),
                    Date.from(from),
                    Date.from(until),
                    new X500Name(name),
                    pair.getPublic());
            extending.to(builder);
            return new TestCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by)), pair.getPrivate());
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate", e);
        }
    }

    static KeyPair newPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    String pem() {
        var pem = new StringWriter();
        try (var writer = new JcaPEMWriter(pem)) {
            writer.writeObject(certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pem.toString();
    }
}
