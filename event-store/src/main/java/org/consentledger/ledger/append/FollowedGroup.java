package org.consentledger.ledger.append;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.consentledger.events.EventTypes;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.events.ledger.DataKeyCommitted;
import org.consentledger.ledger.append.PendingKeys.Committed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events that were stored together upstream, and the time at which the ledger recorded them: that which they were given
 * there, but always later than the group before, so that it never decreases along the order, whatever the clocks said,
 * and anybody who reads the same events gets the same times. It may lie before a time for which somebody has asked since.
 */
record FollowedGroup(Instant recordedAt, List<UpstreamEvent> events) {
    private static final String ERASED = EventTypes.of(PersonalDataErased.class).name();
    private static final String COMMITTED =
            EventTypes.of(DataKeyCommitted.class).name();

    FollowedGroup {
        events = List.copyOf(events);
    }

    /**
     * The groups among events that follow each other.
     *
     * @param newest when the event before them was recorded; {@code null} where there is none
     */
    static List<FollowedGroup> of(List<UpstreamEvent> events, @Nullable Instant newest) {
        var groups = new ArrayList<FollowedGroup>();
        var together = new ArrayList<UpstreamEvent>();
        var before = newest;
        for (int i = 0; i < events.size(); i++) {
            together.add(events.get(i));
            var id = events.get(i).group();
            if (i + 1 == events.size() || !events.get(i + 1).group().equals(id)) {
                var recordedAt = after(before, together.getFirst().timestamp());
                groups.add(new FollowedGroup(recordedAt, together));
                before = recordedAt;
                together.clear();
            }
        }
        return groups;
    }

    private static Instant after(@Nullable Instant before, Instant timestamp) {
        return before == null || timestamp.isAfter(before) ? timestamp : before.plus(1, ChronoUnit.MICROS);
    }

    /** As what is inserted; the requests that they answer first. */
    List<UnitToAppend> units() {
        var units = new ArrayList<UnitToAppend>();
        for (int i = 0; i < events.size(); ) {
            var answered = events.get(i).answered();
            int count = answered == null ? 1 : Math.min(answered.events(), events.size() - i);
            units.add(unit(events.subList(i, i + count), answered == null ? null : answered.claim()));
            i += count;
        }
        return units;
    }

    /** The unit without what the ledger holds under its idempotency key already. */
    static UnitToAppend claiming(UnitToAppend unit, Set<HeldByLedger.Key> taken) {
        var claim = unit.claim();
        return claim == null || !taken.contains(HeldByLedger.Key.of(claim))
                ? unit
                : new UnitToAppend(unit.events(), null, List.of(), unit.customers());
    }

    private static UnitToAppend unit(List<UpstreamEvent> events, @Nullable IdempotencyClaim claim) {
        var erased = ofType(ERASED, events)
                .map(payload -> new CustomerOfUnit(text(payload, "customerId"), null, true))
                .toList();
        return new UnitToAppend(events.stream().map(UpstreamEvent::event).toList(), claim, List.of(), erased);
    }

    /** The data keys that they commit the ledger to. */
    List<Committed> committed() {
        return ofType(COMMITTED, events)
                .map(payload -> new Committed(
                        text(payload, "customerId"), payload.path("version").asInt(), text(payload, "commitment")))
                .toList();
    }

    private static Stream<JsonNode> ofType(String type, List<UpstreamEvent> events) {
        return events.stream()
                .map(UpstreamEvent::event)
                .filter(event -> event.payloadType().equals(type))
                .map(event -> JsonMapper.shared().readTree(new String(event.payload(), StandardCharsets.UTF_8)));
    }

    private static String text(JsonNode payload, String member) {
        return payload.path(member).stringValue();
    }
}
