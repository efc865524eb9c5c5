package org.consentledger.standalone;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.consentledger.command.CommandSideConfiguration;
import org.consentledger.command.imports.FileImports;
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
final class ImportApplication implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private ImportApplication(ConfigurableApplicationContext context) {
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

    static ImportApplication start(OpenedLedger ledger, Path keys) {
        var application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("ledger-import", properties(ledger, keys))));
        try {
            return new ImportApplication(application.run("--logging.level.org.consentledger=WARN"));
        } catch (RuntimeException e) {
            // Spring has logged the exception, or its analysis of it.
            throw new StartRefused("the import did not start; the reason stands above");
        }
    }

    private static Map<String, Object> properties(OpenedLedger ledger, Path keys) {
        var database = ledger.dataSource();
        var properties = new HashMap<String, Object>();
        properties.put("spring.datasource.url", Objects.requireNonNull(database.getUrl()));
        if (database.getUsername() != null) {
            properties.put("spring.datasource.username", database.getUsername());
        }
        if (database.getPassword() != null) {
            properties.put("spring.datasource.password", database.getPassword());
        }
        properties.put("ledger.keys-directory", keys.toString());
        properties.put("ledger.signs", ledger.alone());
        // The product's groups name what a process without a signer and without HTTP does not have.
        properties.put("management.endpoint.health.validate-group-membership", false);
        return properties;
    }

    FileImports imports() {
        return context.getBean(FileImports.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
