package org.consentledger.ledger.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OldNotesTest {
    @Test
    @DisplayName("古い書き留めは、新しいものをすべて読まずに見付けて消す")
    void areFoundByTheirAge() {
        try (var database = TestPostgres.ledgerDatabase()) {
            var jdbc = JdbcClient.create(database);
            jdbc.sql("""
                    insert into ledger.traced_event (event_id, trace_id, span_id, noted_at)
                    select gen_random_uuid(), 'trace', 'span', now() - case when n <= 3 then interval '1 hour' else '0' end
                    from generate_series(1, 5000) n""").update();
            jdbc.sql("analyze ledger.traced_event").update();

            var plan = String.join(
                    "\n",
                    jdbc.sql("explain " + TracedEvents.DELETE_OLD)
                            .query(String.class)
                            .list());

            assertThat(plan).contains("traced_event_by_age").doesNotContain("Seq Scan");
            assertThat(jdbc.sql(TracedEvents.DELETE_OLD).update()).isEqualTo(3);
        }
    }
}
