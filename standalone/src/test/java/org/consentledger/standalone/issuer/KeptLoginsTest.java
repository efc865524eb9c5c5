package org.consentledger.standalone.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class KeptLoginsTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final int MOST = 3;

    private final KeptLogins logins = new KeptLogins(Duration.ofHours(10), MOST);

    @Test
    @DisplayName("ログインはそのトークンで見つかり、ほかの種類のトークンとしては見つからない")
    void findsALoginByItsToken() {
        var login = login("login");
        logins.save(login);

        assertThat(logins.findById("login")).isEqualTo(login);
        assertThat(logins.findByToken("refresh-login", OAuth2TokenType.REFRESH_TOKEN))
                .isEqualTo(login);
        assertThat(logins.findByToken("refresh-login", OAuth2TokenType.ACCESS_TOKEN))
                .isNull();
        logins.remove(login);
        assertThat(logins.findByToken("refresh-login", OAuth2TokenType.REFRESH_TOKEN))
                .isNull();
    }

    @Test
    @DisplayName("更新されたログインは、前のトークンでは見つからない")
    void forgetsTheTokenThatWasRenewed() {
        logins.save(login("login"));
        logins.save(OAuth2Authorization.from(login("login"))
                .refreshToken(new OAuth2RefreshToken("newer", NOW))
                .build());

        assertThat(logins.findByToken("refresh-login", OAuth2TokenType.REFRESH_TOKEN))
                .isNull();
        assertThat(logins.findByToken("newer", OAuth2TokenType.REFRESH_TOKEN)).isNotNull();
    }

    @Test
    @DisplayName("いくつログインしても、決めた数しか残らない")
    void keepsNoMoreThanItMay() {
        var ids = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        ids.forEach(id -> logins.save(login(id)));

        assertThat(ids.stream().filter(id -> logins.findById(id) != null)).hasSize(MOST);
    }

    @Test
    @DisplayName("プログラムが自分のために得たトークンは残さない")
    void keepsNothingOfClients() {
        var client = client();
        logins.save(OAuth2Authorization.withRegisteredClient(client)
                .id("client")
                .principalName("signup")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .accessToken(new OAuth2AccessToken(TokenType.BEARER, "token", NOW, NOW.plusSeconds(1)))
                .build());

        assertThat(logins.findById("client")).isNull();
    }

    private static OAuth2Authorization login(String id) {
        return OAuth2Authorization.withRegisteredClient(client())
                .id(id)
                .principalName("support")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .refreshToken(new OAuth2RefreshToken("refresh-" + id, NOW))
                .build();
    }

    private static RegisteredClient client() {
        return ConsoleClient.at(URI.create("http://127.0.0.1")).asTheIssuerKnowsIt(new BCryptPasswordEncoder(4));
    }
}
