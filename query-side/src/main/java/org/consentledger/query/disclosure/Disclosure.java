package org.consentledger.query.disclosure;

import java.time.Instant;
import java.util.List;
import org.consentledger.answer.StandingAnswer.OfInstant;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EventMapper;
import org.consentledger.events.EventTypes;
import org.consentledger.ledger.reading.RecordedEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that is held about a customer. All times UTC.
 *
 * @param grantedAt when the request for it was granted
 * @param madeAt when this was put together, just now
 * @param standings what the records amount to now, for each terms document that they name
 * @param records every fact, oldest first
 * @param ledgerSize how many leaves of the ledger were looked through
 */
record Disclosure(
        CustomerId customerId,
        String requestId,
        Instant grantedAt,
        Instant madeAt,
        List<OfInstant> standings,
        List<Held> records,
        long ledgerSize) {

    /**
     * One fact, whole.
     *
     * @param event its stored name, such as {@code agreement.EditionAccepted}
     * @param recordedBy who called; {@code null} where nobody is named
     * @param said all that it says, besides whom it is about
     */
    record Held(
            String recordId,
            String event,
            Instant recordedAt,
            @Nullable String recordedBy,
            long position,
            JsonNode said) {
        private static final JsonMapper JSON = EventMapper.create();

        static Held of(RecordedEvent recorded) {
            var event = (AboutCustomer) recorded.payload();
            ObjectNode said = JSON.valueToTree(event);
            said.remove("customerId");
            return new Held(
                    recorded.eventId(),
                    EventTypes.of(event.getClass()).name(),
                    recorded.recordedAt(),
                    recorded.metaData().get("recordedBy"),
                    recorded.position(),
                    said);
        }
    }
}
