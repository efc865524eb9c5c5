package org.consentledger.console.platform;

import static org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers.withPkce;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/**
 * Pages for people who have logged in with OpenID Connect (authorization code with PKCE, OAuth 2.1 §4.1). The tokens stay in
 * the session on this side; a browser holds nothing but the session's cookie.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {
    /** The name of the client registration. */
    static final String CLIENT = "console";

    private static final String LOGIN = "/console/login";

    /** Its own scripts and styles; nothing in line, so that escaped text which was not would still do nothing. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    OAuth2AuthorizedClientRepository tokensInTheSession() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AuthorizedClientManager tokens(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientRepository sessions) {
        var manager = new DefaultOAuth2AuthorizedClientManager(registrations, sessions);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
        return manager;
    }

    @Bean
    @Order(0)
    SecurityFilterChain console(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository sessions,
            ConsoleSettings settings) {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(registrations, LOGIN);
        requests.setAuthorizationRequestCustomizer(withPkce());
        var bye = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        bye.setPostLogoutRedirectUri("{baseUrl}/console/bye");
        bye.setDefaultTargetUrl("/console/bye");
        return http.securityMatcher("/", "/console", "/console/**")
                .authorizeHttpRequests(pages -> pages.requestMatchers("/", "/console/assets/**", "/console/bye")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.loginPage(LOGIN + "/" + CLIENT)
                        .authorizedClientRepository(sessions)
                        .authorizationEndpoint(
                                endpoint -> endpoint.baseUri(LOGIN).authorizationRequestResolver(requests))
                        .redirectionEndpoint(endpoint -> endpoint.baseUri("/console/logged-in/*"))
                        .defaultSuccessUrl("/console/")
                        .failureUrl("/console/bye?failed"))
                .addFilterAfter(new FailedPages(), HeaderWriterFilter.class)
                .exceptionHandling(
                        failures -> failures.accessDeniedHandler((request, response, _) -> declined(request, response))
                                .defaultAuthenticationEntryPointFor(
                                        new LoginAfresh(), new RequestHeaderRequestMatcher("HX-Request"))
                                .defaultAuthenticationEntryPointFor(
                                        new LoginAtOurAddress(LOGIN + "/" + CLIENT, settings.address()), _ -> true))
                // Names of its own: an issuer in the same process keeps its own login in the same session.
                .securityContext(context -> context.securityContextRepository(contexts()))
                .requestCache(cache -> cache.requestCache(requestsBeforeLogin()))
                .logout(logout -> logout.logoutUrl("/console/logout").logoutSuccessHandler(bye))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** A form that is too large was not read, and so its token against forgery is missing as well. */
    private static void declined(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() > Pages.MOST_UPLOADED) {
            PlainPage.tooLarge(response);
        } else {
            PlainPage.formTooOld(response);
        }
    }

    private static HttpSessionSecurityContextRepository contexts() {
        var contexts = new HttpSessionSecurityContextRepository();
        contexts.setSpringSecurityContextKey("CONSOLE_CONTEXT");
        return contexts;
    }

    private static HttpSessionRequestCache requestsBeforeLogin() {
        var cache = new HttpSessionRequestCache();
        cache.setSessionAttrName("CONSOLE_REQUEST");
        cache.setRequestMatcher(
                request -> "GET".equals(request.getMethod()) && request.getHeader("HX-Request") == null);
        return cache;
    }
}
