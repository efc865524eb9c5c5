package org.consentledger.ledger.timestamp;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.consentledger.ledger.tree.Hash;

/**
 * An authority's signed word that some bytes were there at a time: a TimeStampToken (RFC 3161 §2.4.2) with the
 * certificate that it was signed with. It says nothing until {@link #verify} returns.
 */
public final class TimestampToken {
    private static final Set<?> IMPRINTS = Set.of(NISTObjectIdentifiers.id_sha256);

    private final byte[] der;
    private final TimeStampToken token;
    private final X509CertificateHolder signer;

    private TimestampToken(byte[] der, TimeStampToken token) {
        this.der = der.clone();
        this.token = token;
        this.signer = signer(token);
    }

    private static X509CertificateHolder signer(TimeStampToken token) {
        var named = token.getCertificates().getMatches(null).stream()
                .filter(token.getSID()::match)
                .toList();
        if (named.size() != 1) {
            throw new TimestampRejected("it does not hold the one certificate that it is signed with");
        }
        return named.getFirst();
    }

    /** @throws TimestampRejected where it is no token with its certificate; nothing is verified yet */
    public static TimestampToken parse(byte[] der) {
        try {
            var content = ContentInfo.getInstance(ASN1Primitive.fromByteArray(der));
            return new TimestampToken(der, new TimeStampToken(content));
        } catch (TimestampRejected e) {
            throw e;
        } catch (IOException | TSPException | RuntimeException e) {
            // The library answers malformed input with whatever exception it runs into.
            throw new TimestampRejected("not a time-stamp token", e);
        }
    }

    /**
     * Checks that the token is about these bytes (by SHA-256), that the certificate in it signed it, that this
     * certificate is for time stamps and nothing else (RFC 3161 §2.3: extendedKeyUsage, critical), and that it was valid
     * at {@link #genTime}. Whether its owner is one to trust is asked of {@link TrustedAuthority}.
     *
     * @throws TimestampRejected where any of it does not hold
     */
    public void verify(byte[] data) {
        try {
            var info = token.getTimeStampInfo();
            if (!info.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                    || !Hash.of(info.getMessageImprintDigest()).equals(Hash.sha256(data))) {
                throw new TimestampRejected("it is about other bytes");
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer), IMPRINTS);
        } catch (TimestampRejected e) {
            throw e;
        } catch (TSPException | OperatorCreationException | CertificateException | RuntimeException e) {
            throw new TimestampRejected("the token does not verify", e);
        }
    }

    /** When it was made, by the authority's clock; UTC, as finely as the authority says. */
    public Instant genTime() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /** The subject of the certificate that it is signed with, as RFC 2253 writes names. */
    public String authority() {
        return certificate().getSubjectX500Principal().getName();
    }

    /** The certificate that it is signed with. */
    X509Certificate certificate() {
        return convert(signer);
    }

    /** All certificates that came with it. */
    List<X509Certificate> certificates() {
        var all = new ArrayList<X509Certificate>();
        token.getCertificates().getMatches(null).forEach(holder -> all.add(convert(holder)));
        return all;
    }

    private static X509Certificate convert(X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (CertificateException e) {
            throw new TimestampRejected("a certificate in it cannot be read", e);
        }
    }

    /** As it was received. */
    public byte[] encode() {
        return der.clone();
    }
}
