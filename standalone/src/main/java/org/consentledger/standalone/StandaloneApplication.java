package org.consentledger.standalone;

import java.nio.file.Path;
import java.time.InstantSource;
import org.consentledger.command.CommandSideConfiguration;
import org.consentledger.console.ConsoleConfiguration;
import org.consentledger.query.QuerySideConfiguration;
import org.consentledger.standalone.demo.DemoData;
import org.consentledger.standalone.issuer.IssuerConfiguration;
import org.consentledger.standalone.issuer.LoginConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Both sides and the console in one process; its main method is {@code ./ledger}. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
@Import({
    CommandSideConfiguration.class,
    QuerySideConfiguration.class,
    ConsoleConfiguration.class,
    IssuerConfiguration.class,
    LoginConfiguration.class,
    DemoData.class
})
public class StandaloneApplication {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    RoomHealthIndicator roomHealthIndicator(@Value("${ledger.data-directory:.}") Path directory) {
        return RoomHealthIndicator.of(directory);
    }

    public static void main(String[] arguments) {
        // Axon reads this one from the JVM alone; by default it reports its use over the network.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.exit(LedgerCommand.run(arguments));
    }
}
