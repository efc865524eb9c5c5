package org.consentledger.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.statement.Salt;
import org.consentledger.ledger.statement.Statement;
import org.consentledger.ledger.tree.Hash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventAuditTest {
    private static final UUID EVENT = UUID.fromString("01a21a65-38e0-78c4-a8d1-8a642b712ae5");
    private static final UUID OTHER = UUID.fromString("01a21a65-38e0-78c4-a8d1-8a642b712ae6");
    private static final byte[] STATEMENT = new Statement(
                    "aggregate",
                    EVENT,
                    Hash.sha256(new byte[] {1}),
                    "1",
                    Hash.sha256(new byte[] {2}),
                    "terms.NoticeOfChangePosted",
                    Instant.EPOCH,
                    new Salt(1, 2),
                    0,
                    "TermsDocument")
            .canonical();

    private final Findings findings = new Findings();
    private final EventAudit audit = new EventAudit(findings);

    @Test
    void findsNothingWhereEntryAndStatementAreOfOneEvent() {
        var entry = LeafEntry.of(EVENT, STATEMENT);

        assertThat(audit.statement(7, STATEMENT, entry)).isNotNull();
        assertThat(audit.statement(7, STATEMENT, entry, entry.leafHash())).isNotNull();
        assertThat(findings.kept()).isEmpty();
    }

    @Test
    @DisplayName("公開の項目が名指す出来事と、陳述の出来事が違えば、指摘される")
    void namesAnEntryOfAnotherEventThanItsStatementIsAbout() {
        var entry = LeafEntry.of(OTHER, STATEMENT);

        audit.statement(7, STATEMENT, entry);
        audit.statement(8, STATEMENT, entry, entry.leafHash());

        assertThat(findings.kept())
                .extracting(Finding::damage, Finding::position)
                .containsExactly(tuple(Damage.OTHER_EVENT, 7L), tuple(Damage.OTHER_EVENT, 8L));
    }
}
