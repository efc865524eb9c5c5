package org.consentledger.ledger.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.PersonalFacts.CUSTOMER;
import static org.consentledger.ledger.testing.PersonalFacts.acceptance;
import static org.consentledger.ledger.testing.TestLedger.event;

import java.util.List;
import java.util.Optional;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EventMapper;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SealedTextsTest {
    private static final CustomerId UNKNOWN = new CustomerId("unknown");
    private static final String TEXT = "山田様からのお電話";

    private TestLedger ledger;
    private SealedTexts texts;

    @BeforeEach
    void openLedger() {
        ledger = new TestLedger(TestPostgres.ledgerDatabase());
        texts = new SealedTexts(ledger.dataKeys, EventMapper.create(), "somewhere.column");
        ledger.append(acceptance(CUSTOMER, 0));
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
        ledger.database.close();
    }

    @Test
    @DisplayName("記録の外に置く文も顧客の鍵で封じられ、鍵のない顧客のために鍵は作られない")
    void sealsForWhoHasAKeyAndMakesNone() {
        long before = ledger.reader.size();

        var sealed = texts.seal(List.of(UNKNOWN, CUSTOMER), TEXT);

        assertThat(sealed.getFirst()).isEmpty();
        assertThat(sealed.getLast().orElseThrow()).doesNotContain("山田");
        assertThat(texts.open(sealed)).containsExactly(Optional.empty(), Optional.of(TEXT));
        assertThat(ledger.reader.size()).isEqualTo(before);
    }

    @Test
    @DisplayName("消去の後は読めず、新たに封じられもしない")
    void diesWithTheKey() {
        var sealed = texts.seal(List.of(CUSTOMER), TEXT);

        ledger.append(event("customer:" + CUSTOMER, 0, new PersonalDataErased(CUSTOMER, "an erasure")));

        assertThat(texts.open(sealed)).containsExactly(Optional.empty());
        assertThat(texts.seal(List.of(CUSTOMER), TEXT)).containsExactly(Optional.empty());
    }

    @Test
    void opensOnlyWhereItWasSealedFor() {
        var sealed = texts.seal(List.of(CUSTOMER), TEXT);
        var elsewhere = new SealedTexts(ledger.dataKeys, EventMapper.create(), "elsewhere.column");

        assertThatThrownBy(() -> elsewhere.open(sealed)).isInstanceOf(SealBroken.class);
    }
}
