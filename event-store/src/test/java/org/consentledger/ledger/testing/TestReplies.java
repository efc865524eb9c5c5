package org.consentledger.ledger.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.consentledger.ledger.testing.TestAuthority.Manner;
import org.consentledger.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/** The bytes that a {@link TestAuthority} answers with. */
final class TestReplies {
    private static final String NAME = "CN=Test Time-Stamping Authority,O=Test,C=JP";
    private static final Instant LONG_PAST = Instant.parse("2020-01-01T00:00:00Z");

    private final TestCertificate root = TestCertificate.root("CN=Test Root,O=Test,C=JP");
    private final TestCertificate honest = issued(KeyPurposeId.id_kp_timeStamping, true, TestCertificate.FAR_AHEAD);
    private final AtomicLong serials = new AtomicLong();

    private TestCertificate issued(KeyPurposeId purpose, boolean critical, Instant until) {
        return root.issue(NAME, purpose, critical, until);
    }

    TestCertificate root() {
        return root;
    }

    TestCertificate honest() {
        return honest;
    }

    byte[] to(TimeStampRequest request, Manner manner, Instant now) {
        try {
            return make(request, manner, now);
        } catch (Exception e) {
            throw new IllegalStateException("no reply", e);
        }
    }

    private byte[] make(TimeStampRequest request, Manner manner, Instant now) throws Exception {
        return switch (manner) {
            case WRONG_IMPRINT -> granted(like(request, new byte[Hash.BYTES], request.getNonce(), true), now);
            case WRONG_NONCE ->
                granted(like(request, digest(request), request.getNonce().add(BigInteger.ONE), true), now);
            case NO_NONCE -> granted(like(request, digest(request), null, true), now);
            case WRONG_POLICY -> granted(like(request, digest(request), request.getNonce(), true), now);
            case NO_CERTIFICATE -> granted(like(request, digest(request), request.getNonce(), false), now);
            case WRONG_USAGE ->
                forged(request, now, issued(KeyPurposeId.id_kp_codeSigning, true, TestCertificate.FAR_AHEAD));
            case USAGE_NOT_CRITICAL ->
                forged(request, now, issued(KeyPurposeId.id_kp_timeStamping, false, TestCertificate.FAR_AHEAD));
            case EXPIRED -> forged(request, now, issued(KeyPurposeId.id_kp_timeStamping, true, LONG_PAST));
            case OTHERS_KEY ->
                forged(
                        request,
                        now,
                        new TestCertificate(
                                honest.certificate(), TestCertificate.newPair().getPrivate()));
            case ANOTHER_AUTHORITY -> forged(request, now, new TestReplies().honest());
            case DECLINED -> declined();
            case NO_TOKEN -> new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), null).getEncoded();
            case TRUNCATED -> longer(granted(request, now), -1);
            case TRAILING -> longer(granted(request, now), 1);
            case NO_DER -> "<html>maintenance</html>".getBytes(StandardCharsets.US_ASCII);
            case EMPTY -> new byte[0];
            case HUGE -> new byte[1 << 20];
            case HONEST, HTTP_500, REDIRECT, HANGS_UP, SLOW, SLOW_BODY -> granted(request, now);
        };
    }

    private static byte[] longer(byte[] reply, int by) {
        return Arrays.copyOf(reply, reply.length + by);
    }

    private static byte[] digest(TimeStampRequest request) {
        return request.getMessageImprintDigest();
    }

    /** A request for no policy in particular. */
    private static TimeStampRequest like(
            TimeStampRequest request, byte[] imprint, @Nullable BigInteger nonce, boolean certificate) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(certificate);
        return generator.generate(request.getMessageImprintAlgOID(), imprint, nonce);
    }

    private byte[] granted(TimeStampRequest request, Instant now) throws Exception {
        return responses()
                .generateGrantedResponse(request, serial(), Date.from(now))
                .getEncoded();
    }

    private byte[] declined() throws Exception {
        return responses()
                .generateFailResponse(PKIStatus.REJECTION, PKIFailureInfo.badRequest, "not today")
                .getEncoded();
    }

    /** The honest token, signed by somebody else or in somebody else's name. */
    private byte[] forged(TimeStampRequest request, Instant now, TestCertificate signer) throws Exception {
        TimeStampToken token = TokenSigner.forge(
                new TimeStampResponse(granted(request, now)).getTimeStampToken(), signer.certificate(), signer.key());
        return new TimeStampResp(
                        new PKIStatusInfo(PKIStatus.granted),
                        token.toCMSSignedData().toASN1Structure())
                .getEncoded();
    }

    private TimeStampResponseGenerator responses() throws Exception {
        return new TimeStampResponseGenerator(
                TokenSigner.generator(honest, List.of(honest.certificate())), TSPAlgorithms.ALLOWED);
    }

    private BigInteger serial() {
        return BigInteger.valueOf(serials.incrementAndGet());
    }
}
