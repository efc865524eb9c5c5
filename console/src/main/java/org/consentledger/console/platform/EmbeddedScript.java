package org.consentledger.console.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves {@code /embed/consent.js}, which the sign-up pages of others load: to everybody, without a session, from any origin
 * (Fetch Standard §3.3), and asked for again whenever a page is opened, so that a mended script reaches all of them.
 */
@Configuration(proxyBeanMethods = false)
class EmbeddedScript implements WebMvcConfigurer {
    private static final String PATHS = "/embed/**";

    @Bean
    @Order(1)
    SecurityFilterChain embeddedScript(HttpSecurity http) {
        return http.securityMatcher(PATHS)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .crossOriginResourcePolicy(
                                resources -> resources.policy(CrossOriginResourcePolicy.CROSS_ORIGIN)))
                .build();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry assets) {
        assets.addResourceHandler(PATHS)
                .addResourceLocations("classpath:/org/consentledger/console/embed/")
                .setCacheControl(CacheControl.noCache());
    }

    @Override
    public void addCorsMappings(CorsRegistry origins) {
        origins.addMapping(PATHS).allowedOrigins("*").allowedMethods("GET");
    }
}
