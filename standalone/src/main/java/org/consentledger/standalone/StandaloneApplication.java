package org.consentledger.standalone;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Both sides in one process; its main method is {@code ./ledger}. */
@SpringBootApplication(
        scanBasePackages = {
            "org.consentledger.ledger",
            "org.consentledger.command",
            "org.consentledger.query",
            "org.consentledger.standalone.demo"
        })
public class StandaloneApplication {

    public static void main(String[] arguments) {
        // Axon reads this one from the JVM alone; by default it reports its use over the network.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.exit(LedgerCommand.run(arguments));
    }
}
