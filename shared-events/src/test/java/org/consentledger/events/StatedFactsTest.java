package org.consentledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.StatedFacts;
import org.junit.jupiter.api.Test;

class StatedFactsTest {
    @Test
    void drawsNoFactFromAnEventOfWhichItSaysThatItStatesNone() {
        for (var event : Examples.ALL) {
            if (!StatedFacts.mayState(event.getClass())) {
                var customer = event instanceof AboutCustomer about ? about.customerId() : new CustomerId("c");
                var facts = StatedFacts.of(
                        new TermsId("desknets-cloud"),
                        customer,
                        List.of(new Recorded<Object>("id", 0, Instant.EPOCH, event)));
                assertThat(facts).as(event.toString()).isEqualTo(new StatedFacts(List.of(), List.of()));
            }
        }
    }
}
