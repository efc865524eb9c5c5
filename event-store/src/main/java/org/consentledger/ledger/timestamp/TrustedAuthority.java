package org.consentledger.ledger.timestamp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whose time stamps a reader believes: the certificate of an authority, or of who certifies it, taken from somewhere he
 * trusts. Revocation is not asked for, since that needs a network and the time of the question.
 */
public final class TrustedAuthority {
    private final List<X509Certificate> certificates;

    private TrustedAuthority(List<X509Certificate> certificates) {
        this.certificates = certificates;
    }

    /**
     * Reads a file of one or more certificates.
     *
     * @throws TimestampRejected where it holds none, or something else
     * @throws IOException where it cannot be read
     */
    public static TrustedAuthority read(Path file) throws IOException {
        try {
            return parse(Files.readAllBytes(file));
        } catch (TimestampRejected e) {
            throw new TimestampRejected(file.toString(), e);
        }
    }

    /** One or more certificates, PEM or DER. */
    public static TrustedAuthority parse(byte[] bytes) {
        try {
            var certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new TimestampRejected("there is no certificate in it");
            }
            return new TrustedAuthority(certificates);
        } catch (CertificateException e) {
            throw new TimestampRejected("not a certificate", e);
        }
    }

    /**
     * Checks that the certificate which signed the token is one of these, or leads to one of them by certificates in the
     * token, all valid at its {@code genTime} (RFC 5280 §6). The token itself is verified already.
     *
     * @throws TimestampRejected where it does not
     */
    public void check(TimestampToken token) {
        var signer = token.certificate();
        if (certificates.contains(signer)) {
            return;
        }
        try {
            var target = new X509CertSelector();
            target.setCertificate(signer);
            var anchors = certificates.stream()
                    .map(certificate -> new TrustAnchor(certificate, null))
                    .collect(Collectors.toSet());
            var parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(token.genTime()));
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(token.certificates())));
            CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (GeneralSecurityException e) {
            throw new TimestampRejected(token.authority() + " is not the trusted authority", e);
        }
    }
}
