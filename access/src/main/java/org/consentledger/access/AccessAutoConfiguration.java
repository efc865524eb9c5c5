package org.consentledger.access;

import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Nothing is answered without a valid token of the configured issuer but whether the process is alive and ready, and what
 * its API looks like. There is no switch that turns it off.
 */
@AutoConfiguration(
        before = {
            OAuth2ResourceServerAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({AccessSettings.class, LimitSettings.class})
public class AccessAutoConfiguration {
    static final String LIVENESS = "/actuator/health/liveness";
    static final String READINESS = "/actuator/health/readiness";
    private static final String METRICS = "/actuator/prometheus";
    private static final String[] OPEN = {LIVENESS, READINESS, "/v3/api-docs", "/v3/api-docs.yaml"};

    @Bean
    ObservedRequests observedRequests() {
        return new ObservedRequests();
    }

    /** A request passes a dozen filters; what they decide is in the request's own figure, and each would cost one of its own. */
    @Bean
    SecurityObservationSettings noFiguresOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    AccessProblems accessProblems() {
        return new AccessProblems();
    }

    @Bean
    HttpFirewall requestFirewall() {
        return new RequestFirewall();
    }

    @Bean
    WebMvcRegistrations mappingsByPath() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new MappingsByPath();
            }
        };
    }

    @Bean
    LimitedCalls limitedCalls(LimitSettings settings, InstantSource clock, AccessProblems problems) {
        return new LimitedCalls(settings, new CallLimits(clock), problems);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> saysNoItself() {
        return server -> {
            // A list of languages too long for the server would be a failure of ours; how long a header may be is
            // bounded.
            server.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(Integer.MAX_VALUE));
            server.addContextCustomizers(context -> ServerProblems.of((StandardHost) context.getParent()));
        };
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder tokenDecoder(AccessSettings settings) {
        return Tokens.decoder(IssuerKeys.USUAL.of(settings), settings);
    }

    @Bean
    @Order
    SecurityFilterChain everythingWithToken(HttpSecurity http, AccessProblems problems, LimitedCalls limits) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(METRICS)
                        .access((_, _) -> new AuthorizationDecision(may(Scope.OPERATE) || may(Scope.METRICS_READ)))
                        .requestMatchers("/actuator/**")
                        .access((_, _) -> new AuthorizationDecision(may(Scope.OPERATE)))
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(_ -> {})
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                                // The default would let an unreachable issuer pass for a failure of ours.
                                filter.setAuthenticationFailureHandler(limits::refuse);
                                return filter;
                            }
                        }))
                .addFilterAfter(limits.ofEverybody(), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie says who calls, so that no other site can make a browser say it.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(
                                        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"))
                        .referrerPolicy(referrer -> {}))
                .build();
    }

    /** A customer's own token does not, whatever else it says. */
    private static boolean may(Scope scope) {
        return Caller.current()
                .filter(caller -> !caller.isCustomer() && caller.has(scope))
                .isPresent();
    }

    @Bean
    Endpoints endpoints(
            ObjectProvider<RequestMappingHandlerMapping> mappings, ObjectProvider<GuardedElsewhere> elsewhere) {
        return new Endpoints(mappings, elsewhere);
    }

    @Bean
    WebMvcConfigurer rulesBeforeEndpoints(AccessProblems problems, ObjectProvider<GuardedElsewhere> elsewhere) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors
                        .addInterceptor(new AccessInterceptor(problems))
                        .excludePathPatterns("/v3/api-docs", "/v3/api-docs.yaml")
                        .excludePathPatterns(elsewhere.stream()
                                .flatMap(guarded -> guarded.patterns().stream())
                                .toList());
            }
        };
    }
}
