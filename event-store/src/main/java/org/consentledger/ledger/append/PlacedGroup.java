package org.consentledger.ledger.append;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.events.CustomerId;
import org.consentledger.ledger.personal.RememberedErasure;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.tree.Edge;
import org.consentledger.ledger.tree.Growth;
import org.consentledger.ledger.tree.Hash;

/** The admitted units of a group in their places: positions, statements, leaves, and the tree they make. */
record PlacedGroup(List<PlacedUnit> units, List<PlacedEvent> events, Instant recordedAt, long before, Growth growth) {

    /** An event with what the tree holds about it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record PlacedEvent(long position, EventToAppend event, byte[] statement, Hash leaf) {}

    static PlacedGroup of(List<UnitToAppend> admitted, Instant recordedAt, Edge edge) {
        var units = new ArrayList<PlacedUnit>();
        var events = new ArrayList<PlacedEvent>();
        for (var unit : admitted) {
            unit.commitments().forEach(event -> events.add(place(event, edge.size() + events.size(), recordedAt)));
            units.add(new PlacedUnit(unit, edge.size() + events.size()));
            unit.events().forEach(event -> events.add(place(event, edge.size() + events.size(), recordedAt)));
        }
        var growth = edge.grow(events.stream().map(PlacedEvent::leaf).toList());
        return new PlacedGroup(units, events, recordedAt, edge.size(), growth);
    }

    private static PlacedEvent place(EventToAppend event, long position, Instant recordedAt) {
        byte[] statement = event.statement(recordedAt).canonical();
        return new PlacedEvent(
                position,
                event,
                statement,
                LeafEntry.of(event.eventId(), statement).leafHash());
    }

    /** The customers of its units that fit. */
    Stream<CustomerOfUnit> customers() {
        return units.stream().flatMap(unit -> unit.unit().customers().stream());
    }

    /** Its events as they are stored where the events live. */
    List<UpstreamEvent> upstream() {
        var first = events.getFirst().event().eventId();
        var all = new ArrayList<UpstreamEvent>();
        for (var placed : units) {
            var unit = placed.unit();
            unit.commitments().forEach(event -> all.add(new UpstreamEvent(event, recordedAt, first, null)));
            var claim = unit.claim();
            var answered = claim == null
                    ? null
                    : new UpstreamEvent.Answered(claim, unit.events().size());
            for (var event : unit.events()) {
                boolean begins = event == unit.events().getFirst();
                all.add(new UpstreamEvent(event, recordedAt, first, begins ? answered : null));
            }
        }
        return all;
    }

    /** The customers who have a new key by it, and those whose keys it destroys. */
    List<String> keyOwners() {
        return customers()
                .filter(customer -> customer.makesKey() || customer.isErased())
                .map(CustomerOfUnit::customerId)
                .toList();
    }

    /** The erasures among them, as they are remembered. */
    List<RememberedErasure> erasures() {
        return units.stream()
                .flatMap(unit -> unit.unit().customers().stream()
                        .filter(CustomerOfUnit::isErased)
                        .map(customer -> new RememberedErasure(
                                unit.firstPosition(), recordedAt, new CustomerId(customer.customerId()))))
                .toList();
    }

    CommittedGroup committed() {
        return new CommittedGroup(before, events.stream().map(PlacedEvent::leaf).toList(), growth.root());
    }
}
