package org.consentledger.standalone;

import java.util.Map;
import org.consentledger.standalone.postgres.EmbeddedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The Spring application, ready to serve; closing it lets requests under way finish. */
record RunningApplication(ConfigurableApplicationContext context) implements AutoCloseable {

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
        return Map.of(
                "server.address", "127.0.0.1",
                "server.port", options.port(),
                "spring.datasource.url", database.jdbcUrl(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password(),
                "ledger.data-directory", options.directory().root().toString(),
                "ledger.keys-directory", options.directory().keys().toString(),
                "ledger.imports.directory", options.directory().imports().toString(),
                "ledger.demo", options.demo());
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
