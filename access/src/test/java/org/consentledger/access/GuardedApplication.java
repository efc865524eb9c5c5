package org.consentledger.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A small application that answers to those who may ask. */
final class GuardedApplication implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private GuardedApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static GuardedApplication start(URI issuer, IssuerKeys keys) {
        var application = new SpringApplication(Setup.class);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("pace", keys));
        return new GuardedApplication(application.run("--server.port=0", "--ledger.access.issuer=" + issuer));
    }

    HttpResponse<String> get(String path, String token) {
        var server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Setup {
        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }

        @Bean
        JwtDecoder tokenDecoder(AccessSettings settings, IssuerKeys keys) {
            return Tokens.decoder(keys.of(settings), settings);
        }

        @Bean
        Questions questions() {
            return new Questions();
        }
    }

    @RestController
    static class Questions {
        @Allowed({Scope.STANDING_READ, Scope.CONSENT_SELF})
        @GetMapping("/customers/{customerId}")
        String about(@PathVariable String customerId) {
            return customerId;
        }

        /** Where actuators are; they have no rule of ours. */
        @AllowedToEveryClient
        @GetMapping("/actuator/something")
        String operating() {
            return "something";
        }
    }
}
