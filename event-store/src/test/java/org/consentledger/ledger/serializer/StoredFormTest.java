package org.consentledger.ledger.serializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.TestLedger.event;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.ledger.append.Unsigned;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class StoredFormTest {
    private HikariDataSource database;

    @BeforeEach
    void makeDatabase() {
        database = TestPostgres.ledgerDatabase();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void isTheLogicalNameAndRevisionAndPlainJson() {
        try (var ledger = new TestLedger(database)) {
            ledger.append(event("a", 0).withMetaData(Map.of("recordedBy", "staff-7", "ip", "192.0.2.1")));
        }

        var row = new EventRows(database).at(0).orElseThrow();
        assertThat(row.payloadType()).isEqualTo("terms.NoticeOfChangePosted");
        assertThat(row.payloadRevision()).isEqualTo("1");
        assertThat(text(row.payload())).startsWith("{\"termsId\":\"terms\"").doesNotContain("org.consentledger");
        assertThat(text(row.metaData())).isEqualTo("{\"recordedBy\":\"staff-7\"}");
    }

    @Test
    void isUpcastOnEveryWayOfReading() throws InterruptedException {
        try (var ledger = new TestLedger(database, new Unsigned(), new WithUrl("1"))) {
            ledger.append(event("a", 0));

            assertThat(url(ledger.store.readEvents("a").next().getPayload())).isEqualTo("https://example.com/");
            assertThat(url(ledger.reader.event(0).orElseThrow().payload())).isEqualTo("https://example.com/");
            try (var stream = ledger.store.openStream(null)) {
                assertThat(url(stream.nextAvailable().getPayload())).isEqualTo("https://example.com/");
            }
        }
        try (var ledger = new TestLedger(database, new Unsigned(), NoOpEventUpcaster.INSTANCE)) {
            assertThat(((NoticeOfChangePosted)
                                    ledger.reader.event(0).orElseThrow().payload())
                            .url())
                    .isNull();
        }
    }

    @Test
    void isNeitherReadNorPassedOverInARevisionThatIsNotKnown() throws InterruptedException {
        try (var ledger = new TestLedger(database, new Unsigned(), new WithUrl("2"))) {
            ledger.append(event("a", 0));

            assertThatThrownBy(() -> ledger.store.readEvents("a").next())
                    .isInstanceOf(NotOfThisRelease.class)
                    .hasMessageContaining("terms.NoticeOfChangePosted in revision 2");
            assertThatThrownBy(() -> ledger.reader.event(0)).isInstanceOf(NotOfThisRelease.class);
            try (var stream = ledger.store.openStream(null)) {
                assertThat(NotOfThisRelease.is(stream.nextAvailable())).isTrue();
            }
        }
    }

    @Test
    void readsTheMetadataThatWereKept() {
        try (var ledger = new TestLedger(database)) {
            ledger.append(_ -> {}, List.of(event("a", 0).withMetaData(Map.of("recordedBy", "staff-7"))));

            assertThat(ledger.reader.event(0).orElseThrow().metaData()).isEqualTo(Map.of("recordedBy", "staff-7"));
            assertThat(ledger.store.readEvents("a").next().getMetaData()).containsEntry("recordedBy", "staff-7");
        }
    }

    /** Gives every notice an address, in whatever revision comes of it. */
    private static final class WithUrl extends SingleEventUpcaster {
        private final String revision;

        private WithUrl(String revision) {
            this.revision = revision;
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().getName().equals("terms.NoticeOfChangePosted");
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType("terms.NoticeOfChangePosted", revision),
                    JsonNode.class,
                    json -> ((ObjectNode) json).put("url", "https://example.com/"));
        }
    }

    private static String url(Object payload) {
        return String.valueOf(((NoticeOfChangePosted) payload).url());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
