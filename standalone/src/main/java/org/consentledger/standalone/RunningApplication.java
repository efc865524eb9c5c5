package org.consentledger.standalone;

import java.util.HashMap;
import java.util.Map;
import org.consentledger.standalone.postgres.EmbeddedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The Spring application, ready to serve; closing it lets requests under way finish. */
record RunningApplication(ConfigurableApplicationContext context) implements AutoCloseable {
    /** Names another issuer than the product's own, whose tokens alone are taken then. */
    private static final String OTHER_ISSUER = "LEDGER_ACCESS_ISSUER";

    static RunningApplication start(StartOptions options, EmbeddedDatabase database) {
        var properties = properties(options, database);
        var application = new SpringApplication(StandaloneApplication.class);
        application.setAdditionalProfiles("standalone");
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("ledger-start", properties)));
        try {
            return new RunningApplication(application.run());
        } catch (RuntimeException e) {
            // Spring has logged the exception, or its analysis of it.
            throw new StartRefused("the application did not start; the reason stands above");
        }
    }

    /** They come before every other source: no variable of the environment moves the product to another database. */
    private static Map<String, Object> properties(StartOptions options, EmbeddedDatabase database) {
        var root = options.directory().root().toString();
        var properties = new HashMap<String, Object>();
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.datasource.url", database.jdbcUrl());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put("ledger.data-directory", root);
        properties.put("ledger.keys-directory", options.directory().keys().toString());
        properties.put("ledger.imports.directory", options.directory().imports().toString());
        properties.put("ledger.demo", options.demo());
        int port = HttpPort.resolve(options.port());
        properties.put("server.port", port);
        if (System.getenv(OTHER_ISSUER) == null) {
            properties.put("ledger.issuer.directory", root);
            properties.put("ledger.access.issuer", "http://127.0.0.1:" + port);
            properties.put("ledger.console.questions", "http://127.0.0.1:" + port);
            if (options.demo()) {
                properties.put("ledger.console.terms", "desknets-cloud");
            }
            properties.put("ledger.console.address", "http://127.0.0.1:" + port);
        }
        return properties;
    }

    int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return server == null ? 0 : server.getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
