package org.consentledger.standalone.issuer;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.consentledger.access.AccessSettings;
import org.consentledger.access.LimitedCalls;
import org.consentledger.access.Scope;
import org.consentledger.access.Tokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The product's own issuer, in the same process and on the same port; off where another issuer is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("ledger.issuer.directory")
public class IssuerConfiguration {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final String TOKEN_PATH = "/oauth2/token";

    /** Secrets of 256 random bits are not guessed, so that a slow hash would only make each token slow. */
    private static final int STRENGTH = 4;

    @Bean
    IssuerDirectory issuerDirectory(@Value("${ledger.issuer.directory}") Path directory) {
        return new IssuerDirectory(directory);
    }

    @Bean
    Credentials credentials(IssuerDirectory directory, AccessSettings settings) throws IOException {
        return directory.credentials(settings.issuer().resolve(TOKEN_PATH));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(STRENGTH);
    }

    @Bean
    RegisteredClientRepository clients(Credentials credentials, ConsoleClient console, PasswordEncoder encoder) {
        return new InMemoryRegisteredClientRepository(Stream.concat(
                        credentials.clients().values().stream().map(client -> registered(client, encoder)),
                        Stream.of(console.asTheIssuerKnowsIt(encoder)))
                .toList());
    }

    private static RegisteredClient registered(Credentials.Client client, PasswordEncoder encoder) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientSecret(encoder.encode(client.secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(LIFETIME).build())
                .build();
    }

    @Bean
    UserDetailsService users(Credentials credentials, PasswordEncoder encoder) {
        return new InMemoryUserDetailsManager(credentials.users().entrySet().stream()
                .map(user -> User.withUsername(user.getKey())
                        .password(encoder.encode(user.getValue().password()))
                        .authorities(user.getValue().roles().stream()
                                .flatMap(role -> Role.titled(role).scopes().stream())
                                .map(Scope::value)
                                .toArray(String[]::new))
                        .build())
                .toList());
    }

    @Bean
    JWKSource<SecurityContext> issuerKeys(IssuerDirectory directory) throws IOException {
        return new ImmutableJWKSet<>(directory.keys());
    }

    @Bean
    AuthorizationServerSettings issuerSettings(AccessSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .tokenEndpoint(TOKEN_PATH)
                .build();
    }

    /** By the keys themselves: the product does not ask itself over HTTP. */
    @Bean
    JwtDecoder tokenDecoder(JWKSource<SecurityContext> keys, AccessSettings settings) {
        return Tokens.decoder(keys, settings);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> whatTokensSay(AccessSettings settings) {
        return new WhatTokensSay(settings.audience());
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain issuer(HttpSecurity http, LimitedCalls limits) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(oidc ->
                            oidc.logoutEndpoint(logout -> logout.errorResponseHandler(IssuerConfiguration::refused)))
                    .tokenEndpoint(token -> token.accessTokenRequestConverter(new EveryScopeUnlessAsked()));
        });
        IssuerSession.use(http);
        return http.addFilterAfter(limits.ofFailedLogins(), HeaderWriterFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(LoginPage.PATH),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    /** A form that its sender broke off was answered by the server already. */
    private static void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (!response.isCommitted()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
