package org.consentledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateIdsTest {
    private static final TermsId TERMS = new TermsId("desknets-cloud");

    @ParameterizedTest
    @ValueSource(strings = {"demo-2019", "tenant:7:c", "agreement:x:y"})
    void tellWhoseStreamItIs(String id) {
        var customer = new CustomerId(id);
        assertThat(AggregateIds.customerOf(AggregateIds.agreement(TERMS, customer)))
                .contains(customer);
        assertThat(AggregateIds.customerOf(AggregateIds.customer(customer))).contains(customer);
        assertThat(AggregateIds.customerOf(AggregateIds.requests(customer))).contains(customer);
        assertThat(AggregateIds.customerOf(AggregateIds.thirdParties(customer))).contains(customer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"terms:desknets-cloud", "key:demo-2019:1", "ledger"})
    void tellWhatIsNobodys(String id) {
        assertThat(AggregateIds.customerOf(id)).isEmpty();
    }
}
