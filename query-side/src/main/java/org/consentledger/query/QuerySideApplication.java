package org.consentledger.query;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The query side as a process of its own. */
@EnableAutoConfiguration
@Import(QuerySideConfiguration.class)
public class QuerySideApplication {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** Its settings stand in {@code query-side.yml}; an {@code application.yml} beside the process changes them. */
    static SpringApplicationBuilder application() {
        // Axon reads this one from the JVM alone; by default it reports its use over the network.
        System.setProperty("axoniq.update-checker.disabled", "true");
        return new SpringApplicationBuilder(QuerySideApplication.class)
                .properties("spring.config.name=query-side,application");
    }
}
