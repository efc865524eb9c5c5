package org.consentledger.ledger.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.consentledger.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/** A question to a time-stamping authority (RFC 3161 §2.4.1), with a nonce, and the judgement of its reply. */
public final class TimestampQuery {
    private static final int NONCE_BITS = 64;

    private final byte[] data;
    private final TimeStampRequest request;

    private TimestampQuery(byte[] data, TimeStampRequest request) {
        this.data = data.clone();
        this.request = request;
    }

    /**
     * Asks for a token about these bytes, by their SHA-256, with the authority's certificate in it.
     *
     * @param policy the OID of the policy that the authority must follow; {@code null} for whichever it likes
     * @throws IllegalArgumentException where that is no OID
     */
    public static TimestampQuery about(byte[] data, @Nullable String policy, SecureRandom random) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        if (policy != null) {
            generator.setReqPolicy(new ASN1ObjectIdentifier(policy));
        }
        return new TimestampQuery(
                data,
                generator.generate(
                        NISTObjectIdentifiers.id_sha256,
                        Hash.sha256(data).bytes(),
                        new BigInteger(NONCE_BITS, random)));
    }

    /** DER, as {@code application/timestamp-query}. */
    public byte[] encode() {
        try {
            return request.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a request of ours has a form", e);
        }
    }

    /**
     * The token of a reply, once all of it is checked: status, imprint, nonce and policy against the question, and the
     * token itself as {@link TimestampToken#verify} says.
     *
     * @param reply DER, as {@code application/timestamp-reply}
     * @throws TimestampRejected where any of it does not hold
     */
    public TimestampToken accept(byte[] reply) {
        try {
            var response = new TimeStampResponse(TimeStampResp.getInstance(ASN1Primitive.fromByteArray(reply)));
            if (response.getStatus() != PKIStatus.GRANTED && response.getStatus() != PKIStatus.GRANTED_WITH_MODS) {
                throw new TimestampRejected("the authority declined with status " + response.getStatus());
            }
            response.validate(request);
            var token = TimestampToken.parse(response.getTimeStampToken().getEncoded());
            token.verify(data);
            return token;
        } catch (TimestampRejected e) {
            throw e;
        } catch (IOException | TSPException | RuntimeException e) {
            throw new TimestampRejected("not the reply to this question", e);
        }
    }
}
