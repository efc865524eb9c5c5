package org.consentledger.standalone.issuer;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.consentledger.access.Scope;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The console that runs in this process, as the issuer knows it and as the console knows itself. Its secret lives as long as
 * the process, and nobody else needs it.
 *
 * @param address of both
 */
record ConsoleClient(URI address, String secret) {
    private static final String NAME = "console";
    private static final Duration TOKEN = Duration.ofHours(1);
    /** A working day. */
    static final Duration LOGIN = Duration.ofHours(10);

    static ConsoleClient at(URI address) {
        return new ConsoleClient(address, Secrets.random());
    }

    /** It asks for everything; what a token then allows is what its user's roles do. */
    private static Stream<String> scopes() {
        return Stream.concat(
                Stream.of(OidcScopes.OPENID), Stream.of(Scope.values()).map(Scope::value));
    }

    RegisteredClient asTheIssuerKnowsIt(PasswordEncoder encoder) {
        return RegisteredClient.withId(NAME)
                .clientId(NAME)
                .clientSecret(encoder.encode(secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(address + "/console/logged-in/" + NAME)
                .scopes(asked -> scopes().forEach(asked::add))
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN)
                        .refreshTokenTimeToLive(LOGIN)
                        .build())
                .build();
    }

    /** Endpoint by endpoint: what runs in one process cannot ask itself for them before it serves. */
    ClientRegistration asItKnowsItself() {
        return ClientRegistration.withRegistrationId(NAME)
                .clientId(NAME)
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(address + "/console/logged-in/{registrationId}")
                .scope(scopes().toList())
                .issuerUri(address.toString())
                .authorizationUri(address + "/oauth2/authorize")
                .tokenUri(address + "/oauth2/token")
                .jwkSetUri(address + "/oauth2/jwks")
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .build();
    }

    @Override
    public String toString() {
        return "ConsoleClient[" + address + "]";
    }
}
