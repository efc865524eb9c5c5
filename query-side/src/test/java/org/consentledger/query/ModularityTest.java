package org.consentledger.query;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void keepsItsQuestionsApart() {
        ApplicationModules.of("org.consentledger.query").verify();
    }
}
