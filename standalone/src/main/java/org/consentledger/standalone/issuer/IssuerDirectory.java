package org.consentledger.standalone.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import org.consentledger.standalone.postgres.OwnerOnly;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the issuer keeps what must outlive it: {@code credentials.json} and its signing keys in {@code issuer-keys.json}
 * (JWK Set, RFC 7517), both readable by their owner alone.
 */
public record IssuerDirectory(Path root) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int KEY_BITS = 3072;

    /**
     * The credentials, made where there are none yet, with the address at which tokens are given now.
     *
     * @throws IOException where they can be neither read nor written
     */
    Credentials credentials(URI tokenUrl) throws IOException {
        var kept = Files.exists(file()) ? read() : new Credentials(tokenUrl, Map.of(), Map.of());
        var complete = Credentials.complete(tokenUrl, kept.clients(), kept.users());
        if (!Files.exists(file()) || !complete.equals(kept)) {
            OwnerOnly.write(file(), JSON.writeValueAsString(complete) + "\n");
        }
        return complete;
    }

    /** The credentials as they were last written. */
    public Credentials read() throws IOException {
        return JSON.readValue(Files.readAllBytes(file()), Credentials.class);
    }

    private Path file() {
        return root.resolve("credentials.json");
    }

    /** The signing keys, the first of which signs; made where there are none yet. */
    JWKSet keys() throws IOException {
        var file = root.resolve("issuer-keys.json");
        try {
            if (!Files.exists(file)) {
                var made = new JWKSet(new RSAKeyGenerator(KEY_BITS)
                        .algorithm(JWSAlgorithm.RS256)
                        .keyUse(KeyUse.SIGNATURE)
                        .keyIDFromThumbprint(true)
                        .generate());
                OwnerOnly.write(file, made.toString(false));
            }
            return JWKSet.load(file.toFile());
        } catch (ParseException | JOSEException e) {
            throw new IOException(file + " holds no keys of an issuer", e);
        }
    }
}
