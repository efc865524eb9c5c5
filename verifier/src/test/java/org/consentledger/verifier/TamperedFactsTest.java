package org.consentledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.dossier.DossierRejected;
import org.consentledger.dossier.FixedDossier;
import org.consentledger.dossier.RelevantEvent;
import org.consentledger.dossier.Sources;
import org.consentledger.dossier.StatedEvents;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.directory.EventLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A dossier one of whose facts says something else, and in which all that follows from it is made anew and signed. */
class TamperedFactsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Sources SOURCES = FixedDossier.sources();
    private static final CheckedDossier GENUINE = CheckedDossier.of(SOURCES);

    static Stream<RelevantEvent> facts() {
        return SOURCES.relevant().stream();
    }

    @ParameterizedTest(name = "fact {index}")
    @DisplayName("事実のどの項目を変え、すべてを作り直しても、検証は通らない")
    @MethodSource("facts")
    void isRefusedWhicheverFieldOfAFactIsChanged(RelevantEvent fact) {
        var event = fact.proven().event();
        for (var payload : payloads(event)) {
            assertRefused(with(event, payload, event.metadata(), event.recordedAt(), event.seq()));
        }
        var sayingMore = "{\"recordedBy\":\"somebody-else\"}".getBytes(UTF_8);
        assertRefused(with(event, event.payload(), sayingMore, event.recordedAt(), event.seq()));
        assertRefused(with(
                event, event.payload(), event.metadata(), event.recordedAt().minusSeconds(60), event.seq()));
        assertRefused(with(event, event.payload(), event.metadata(), event.recordedAt(), event.seq() + 1));
    }

    private static void assertRefused(EventBytes changed) {
        var tampered = isReadable(changed)
                ? GENUINE.remade(TamperedSources.event(SOURCES, changed))
                : GENUINE.with("events/" + changed.position() + ".json", line(changed))
                        .signedAgain();
        assertThat(tampered.damage())
                .as(() -> new String(changed.payload(), UTF_8))
                .isNotEmpty();
    }

    private static byte[] line(EventBytes changed) {
        var statement = SOURCES.relevant().stream()
                .map(RelevantEvent::proven)
                .filter(proven -> proven.event().position() == changed.position())
                .findFirst()
                .orElseThrow()
                .statement();
        return new EventLine(changed, statement).encode();
    }

    /** What cannot even be read makes no dossier. */
    private static boolean isReadable(EventBytes event) {
        try {
            StatedEvents.of(List.of(event));
            return true;
        } catch (DossierRejected _) {
            return false;
        }
    }

    /** The payload with each of its values another one, and once with a space more. */
    private static List<byte[]> payloads(EventBytes event) {
        var payloads = new ArrayList<byte[]>();
        var whole = JSON.readTree(event.payload());
        changeEach(whole, () -> payloads.add(JSON.writeValueAsBytes(whole)));
        payloads.add((new String(event.payload(), UTF_8) + " ").getBytes(UTF_8));
        return payloads;
    }

    private static void changeEach(JsonNode node, Runnable changed) {
        switch (node) {
            case ObjectNode object ->
                List.copyOf(object.propertyNames()).forEach(name -> {
                    var value = object.get(name);
                    changeEach(value, changed);
                    if (value.isValueNode()) {
                        object.set(name, another(value));
                        changed.run();
                        object.set(name, value);
                    }
                });
            case ArrayNode array -> array.forEach(element -> changeEach(element, changed));
            default -> {}
        }
    }

    private static JsonNode another(JsonNode value) {
        var nodes = JsonNodeFactory.instance;
        if (value.isBoolean()) {
            return nodes.booleanNode(!value.booleanValue());
        }
        if (value.isNumber()) {
            return nodes.numberNode(value.intValue() + 1);
        }
        var text = value.asString();
        boolean isTime = text.matches("\\d{4}-.*Z");
        return nodes.stringNode(
                isTime
                        ? Instant.parse(text).plusSeconds(1).toString()
                        : text.matches("\\d{4}-\\d\\d-\\d\\d") ? "2020-04-02" : text + "x");
    }

    private static EventBytes with(EventBytes event, byte[] payload, byte[] metadata, Instant recordedAt, long seq) {
        return new EventBytes(
                event.position(),
                event.eventId(),
                event.aggregateType(),
                event.aggregateId(),
                seq,
                event.payloadType(),
                event.payloadRevision(),
                payload,
                metadata,
                recordedAt);
    }
}
