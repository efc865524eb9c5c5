package org.consentledger.query;

import java.time.InstantSource;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The query side as a process of its own. */
@EnableAutoConfiguration(exclude = {ErrorMvcAutoConfiguration.class, XStreamAutoConfiguration.class})
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
