package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void slicesKeepTheirBoundaries() {
        var modules = ApplicationModules.of("org.consentledger.command");

        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrder(
                        "platform",
                        "terms",
                        "agreement",
                        "annulment",
                        "customer",
                        "drafting",
                        "imports",
                        "request",
                        "thirdparty",
                        "timestamp");
        modules.verify();
    }
}
