package org.consentledger.command.agreement;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.crypto.SecretKey;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.InstallationKey;
import org.consentledger.command.platform.PublishedEdition;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a page showed (呈示), as a token that a client sends back with what the person did: so the edition recorded is the
 * edition shown. A JWS (RFC 7515) with one algorithm, one type and one audience, under a secret of the installation, with
 * the claims of a JWT (RFC 7519). It is no secret itself and names nobody.
 */
@Component
class Presentations {
    /** The longest that an edition with the most purposes needs. */
    static final int LONGEST_TOKEN = 48 * 1024;

    private static final JWSHeader HEADER = new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(new JOSEObjectType("presentation+jwt"))
            .build();
    private static final String AUDIENCE = "urn:consent-ledger:presentation";
    private static final String TERMS = "termsId";
    private static final String EDITION = "edition";
    private static final String DIGEST = "digest";
    private static final String SHOWN_AT = "shownAt";
    private static final String PURPOSES = "purposes";

    private final SecretKey key;
    private final Duration validFor;

    @Autowired
    Presentations(
            @Value("${ledger.keys-directory}") Path keysDirectory,
            @Value("${ledger.presentations-valid-for:24h}") Duration validFor) {
        this(InstallationKey.PRESENTATIONS.in(keysDirectory), validFor);
    }

    Presentations(SecretKey key, Duration validFor) {
        this.key = key;
        this.validFor = validFor;
    }

    /**
     * A token and the first instant at which it is taken no more.
     *
     * @param expiresAt UTC, whole seconds
     */
    record Presentation(String token, Instant expiresAt) {}

    /** Signs that an edition is shown just now. */
    Presentation of(TermsId termsId, PublishedEdition edition, Instant shownAt) {
        var expiresAt = shownAt.plus(validFor).truncatedTo(ChronoUnit.SECONDS);
        var claims = new JWTClaimsSet.Builder()
                .audience(AUDIENCE)
                .claim(TERMS, termsId.value())
                .claim(EDITION, edition.number().value())
                .claim(DIGEST, edition.digest().value())
                .claim(
                        PURPOSES,
                        edition.purposes().stream()
                                .map(purpose -> purpose.purposeId().value())
                                .toList())
                .claim(SHOWN_AT, shownAt.toString())
                .expirationTime(Date.from(expiresAt))
                .build();
        var token = new SignedJWT(HEADER, claims);
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the presentation cannot be signed", e);
        }
        return new Presentation(token.serialize(), expiresAt);
    }

    /**
     * What a token says was shown.
     *
     * @throws CommandRejected {@code PRESENTATION_INVALID} where we did not sign just that, {@code PRESENTATION_EXPIRED}
     */
    ShownEdition shown(String token, Instant now) {
        try {
            var claims = verified(token);
            var expiresAt = claims.getExpirationTime();
            if (expiresAt == null || !claims.getAudience().contains(AUDIENCE)) {
                throw new CommandRejected(Code.PRESENTATION_INVALID);
            }
            if (!now.isBefore(expiresAt.toInstant())) {
                throw new CommandRejected(Code.PRESENTATION_EXPIRED, expiresAt.toInstant());
            }
            return new ShownEdition(
                    new TermsId(claims.getStringClaim(TERMS)),
                    new EditionNumber(claims.getIntegerClaim(EDITION)),
                    new ContentDigest(claims.getStringClaim(DIGEST)));
        } catch (ParseException | JOSEException _) {
            throw new CommandRejected(Code.PRESENTATION_INVALID);
        }
    }

    /** The header must be ours to the letter, the token nothing else, and in its one spelling (RFC 4648 §3.5). */
    private JWTClaimsSet verified(String token) throws ParseException, JOSEException {
        var signed = SignedJWT.parse(token);
        var signature = signed.getSignature();
        if (!signed.getHeader().toJSONObject().equals(HEADER.toJSONObject())
                || !Base64URL.encode(signature.decode()).equals(signature)
                || !signed.serialize().equals(token)
                || !signed.verify(new MACVerifier(key))) {
            throw new CommandRejected(Code.PRESENTATION_INVALID);
        }
        return signed.getJWTClaimsSet();
    }
}
