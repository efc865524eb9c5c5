package org.consentledger.command;

import java.time.InstantSource;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The command side as a process of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = {ErrorMvcAutoConfiguration.class, XStreamAutoConfiguration.class})
@Import(CommandSideConfiguration.class)
public class CommandSideApplication {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** Its settings stand in {@code command-side.yml}; an {@code application.yml} beside the process changes them. */
    static SpringApplicationBuilder application() {
        // Axon reads this one from the JVM alone; by default it reports its use over the network.
        System.setProperty("axoniq.update-checker.disabled", "true");
        return new SpringApplicationBuilder(CommandSideApplication.class)
                .properties("spring.config.name=command-side,application");
    }
}
