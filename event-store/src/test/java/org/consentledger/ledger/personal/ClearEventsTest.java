package org.consentledger.ledger.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.ledger.testing.PersonalFacts.CUSTOMER;
import static org.consentledger.ledger.testing.PersonalFacts.acceptance;
import static org.consentledger.ledger.testing.PersonalFacts.accepted;
import static org.consentledger.ledger.testing.PersonalFacts.closed;
import static org.consentledger.ledger.testing.TestLedger.event;

import javax.sql.DataSource;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClearEventsTest {
    @Test
    @DisplayName("鍵がまだなかった頃の記録は、消去の及ばないものとして挙げられる")
    void areThoseOfBeforeTheFirstKey() {
        var mapper = EventMapper.create();
        try (var database = TestPostgres.ledgerDatabase();
                var ledger = new TestLedger(database)) {
            var clear = new ClearEvents(database, mapper);
            ledger.append(event("agreement:a:c:7", 0, closed(CUSTOMER)), event("agreement:b:c:7", 0, closed(CUSTOMER)));
            asStoredBeforeThereWereKeys(database, mapper.writeValueAsBytes(accepted(CUSTOMER)));

            assertThat(clear.of(CUSTOMER)).containsExactly(1L);
            ledger.append(acceptance(CUSTOMER, 0));
            assertThat(clear.of(CUSTOMER)).containsExactly(1L);
            assertThat(clear.of(new CustomerId("other"))).isEmpty();
        }
    }

    private static void asStoredBeforeThereWereKeys(DataSource database, byte[] payload) {
        var jdbc = JdbcClient.create(database);
        jdbc.sql("alter table ledger.event disable trigger all").update();
        jdbc.sql("update ledger.event set payload = ? where position = 1")
                .param(payload)
                .update();
    }
}
