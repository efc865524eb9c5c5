package org.consentledger.standalone.issuer;

import java.util.List;
import org.consentledger.access.AccessSettings;
import org.consentledger.access.GuardedElsewhere;
import org.consentledger.access.LimitedCalls;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where people log in at the product's own issuer, and the console as its client. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("ledger.issuer.directory")
public class LoginConfiguration {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'";

    private static final int MOST_LOGINS = 2_000;

    @Bean
    ConsoleClient consoleClient(AccessSettings settings) {
        return ConsoleClient.at(settings.issuer());
    }

    @Bean
    ClientRegistrationRepository loginsOfTheConsole(ConsoleClient console) {
        return new InMemoryClientRegistrationRepository(console.asItKnowsItself());
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new NoMoreThanTheUserMay(new KeptLogins(ConsoleClient.LOGIN, MOST_LOGINS));
    }

    /** The chains of the issuer and of the console stand before these. */
    @Bean
    GuardedElsewhere pages() {
        return new GuardedElsewhere(List.of("/", "/console", "/console/**", LoginPage.PATH));
    }

    @Bean
    IssuerSession sessionOfALogin() {
        return new IssuerSession();
    }

    /** Before all chains, since each of these paths would give a stranger a session. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> limitsOfStrangers(LimitedCalls limits) {
        var registration = new FilterRegistrationBean<>(limits.ofStrangers(IssuerSession::isLoggedIn));
        registration.addUrlPatterns("/console", "/console/*", LoginPage.PATH, "/oauth2/authorize");
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    @Bean
    LoginPage loginPage() {
        return new LoginPage();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    SecurityFilterChain login(HttpSecurity http) {
        IssuerSession.use(http);
        return http.securityMatcher(LoginPage.PATH)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(form -> form.loginPage(LoginPage.PATH))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }
}
