package org.consentledger.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an issuer publishes now. Where they are is found by OpenID Connect Discovery 1.0 §4, unless it is set; the
 * issuer is first asked when the first token comes, so that it may start after us.
 */
final class PublishedKeys implements JWKSetSource<SecurityContext> {
    private static final String METADATA = "/.well-known/openid-configuration";

    private final AccessSettings settings;
    private final ResourceRetriever retriever;
    private volatile @Nullable URL place;

    PublishedKeys(AccessSettings settings, ResourceRetriever retriever) {
        this.settings = settings;
        this.retriever = retriever;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws KeySourceException {
        return new URLBasedJWKSetSource<>(place(), retriever).getJWKSet(refresh, now, context);
    }

    private URL place() throws KeySourceException {
        var known = place;
        if (known == null) {
            try {
                known = (settings.keys() == null ? discovered(settings.issuer()) : settings.keys()).toURL();
            } catch (IOException | ParseException | IllegalArgumentException e) {
                throw new JWKSetUnavailableException("the issuer does not say where its keys are", e);
            }
            place = known;
        }
        return known;
    }

    /** §4.3: metadata that name another issuer are not this one's. */
    private URI discovered(URI issuer) throws IOException, ParseException {
        var address = URI.create(issuer.toString().replaceAll("/$", "") + METADATA);
        var metadata = JSONObjectUtils.parse(
                retriever.retrieveResource(address.toURL()).getContent());
        if (!issuer.toString().equals(JSONObjectUtils.getString(metadata, "issuer"))) {
            throw new IOException("the metadata are those of another issuer");
        }
        var keys = JSONObjectUtils.getURI(metadata, "jwks_uri");
        if (keys == null) {
            throw new IOException("the metadata name no keys");
        }
        return keys;
    }

    @Override
    public void close() {
        // Nothing is held between two questions.
    }
}
