package org.consentledger.standalone;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.consentledger.command.CommandSideConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/**
 * The command side without its HTTP, in the process of a verb. Where a product runs on the same ledger it is one more
 * process that appends, and leaves the signing to the product.
 */
final class VerbApplication implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private VerbApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration(excludeName = "org.axonframework.springboot.autoconfig.XStreamAutoConfiguration")
    @Import(CommandSideConfiguration.class)
    static class Parts {
        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }
    }

    /** @param settings of the verb's own */
    static VerbApplication start(OpenedLedger ledger, Path keys, Map<String, Object> settings) {
        var application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("ledger-verb", properties(ledger, keys, settings))));
        try {
            return new VerbApplication(application.run("--logging.level.org.consentledger=WARN"));
        } catch (RuntimeException e) {
            // Spring has logged the exception, or its analysis of it.
            throw new StartRefused("the verb did not start; the reason stands above");
        }
    }

    private static Map<String, Object> properties(OpenedLedger ledger, Path keys, Map<String, Object> settings) {
        var database = ledger.dataSource();
        var properties = new HashMap<>(settings);
        properties.put("spring.datasource.url", Objects.requireNonNull(database.getUrl()));
        if (database.getUsername() != null) {
            properties.put("spring.datasource.username", database.getUsername());
        }
        if (database.getPassword() != null) {
            properties.put("spring.datasource.password", database.getPassword());
        }
        // Whoever runs a verb ends it; what takes long is not cut off.
        properties.put("spring.datasource.hikari.data-source-properties.socketTimeout", "0");
        properties.put("ledger.keys-directory", keys.toString());
        properties.put("ledger.signs", ledger.alone());
        // The product's groups name what a process without a signer and without HTTP does not have.
        properties.put("management.endpoint.health.validate-group-membership", false);
        return properties;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Empty where the settings do not call for it. */
    <T> Optional<T> find(Class<T> type) {
        return context.getBeanProvider(type).stream().findFirst();
    }

    @Override
    public void close() {
        context.close();
    }
}
