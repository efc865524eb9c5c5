package org.consentledger.console;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The console as a process of its own. Its settings stand in {@code console.yml}; an {@code application.yml} beside the
 * process says where the two APIs are and registers the client {@code console} at an issuer of tokens.
 */
@EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
@Import(ConsoleConfiguration.class)
public class ConsoleApplication {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(ConsoleApplication.class)
                .properties("spring.config.name=console,application")
                .run(arguments);
    }
}
