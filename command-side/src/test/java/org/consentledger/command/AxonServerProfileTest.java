package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AxonServerProfileTest {
    @Test
    @DisplayName("プロファイル axonserver の記録側は、Axon Server がなくても始まり、記録できないと言う")
    void beginsWithoutAxonServerAndSaysThatItIsNotReady() {
        try (var product = new RunningCommandSide(
                "--spring.profiles.active=axonserver", "--ledger.axon-server.servers=127.0.0.1:1")) {
            var readiness = product.get("/actuator/health/readiness");

            assertThat(readiness.status()).isEqualTo(503);
            assertThat(readiness.response().body()).contains("Axon Server does not answer");
        }
    }
}
