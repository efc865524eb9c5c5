package org.consentledger.query.facts;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.Act;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.Source;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.Leaf;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.RecordedAs;
import org.consentledger.standing.Standing.Basis;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A fact about a customer as clients see it, with both of its clocks; the contract, "Asking". All times UTC; a field that
 * does not apply is null, and so is what could name a person once its key is destroyed.
 *
 * @param kind the event's name, such as {@code EDITION_ACCEPTED}
 * @param recordId of the record that the event makes; both have the same id
 * @param position leaf index in the ledger
 * @param termsId {@code null} for a fact about no terms or about all
 * @param decision on the purpose
 * @param decisions on voluntary purposes, made in the act of accepting an edition; by purpose
 * @param actor who acted, as the client stated it
 * @param recordedBy who called
 * @param basis on which a purpose's state rests where it rests on this fact
 * @param recordedAs how it differs from an act of the customer recorded as it happened
 * @param annuls the record that never counts by this one
 * @param annulledBy the record by which this one never counts
 * @param details what other facts than those of agreements and departures say besides
 */
public record RecordedFact(
        String kind,
        String eventId,
        String recordId,
        long position,
        CustomerId customerId,
        @Nullable TermsId termsId,
        @Nullable EditionNumber edition,
        @Nullable PurposeId purposeId,
        CustomerFact.@Nullable Outcome decision,
        Map<String, String> decisions,
        @Nullable Instant expressedAt,
        Instant recordedAt,
        @Nullable Channel channel,
        @Nullable Actor actor,
        @Nullable String recordedBy,
        @Nullable Basis basis,
        List<RecordedAs> recordedAs,
        @Nullable Source source,
        @Nullable String annuls,
        @Nullable String annulledBy,
        @Nullable JsonNode details) {

    public RecordedFact {
        decisions = Collections.unmodifiableMap(new TreeMap<>(decisions));
        recordedAs = List.copyOf(recordedAs);
    }

    /**
     * What an event says.
     *
     * @param event opened, if it is to name persons
     * @param recordedBy who called, from the event's metadata
     */
    public static RecordedFact of(
            Leaf leaf, AboutCustomer event, @Nullable String recordedBy, @Nullable String annulledBy) {
        var act = event instanceof Act done ? done : null;
        var said = SaidOfCustomer.of(event);
        return new RecordedFact(
                SaidOfCustomer.kind(event),
                leaf.eventId(),
                leaf.eventId(),
                leaf.position(),
                event.customerId(),
                said.termsId(),
                said.edition(),
                said.purposeId(),
                said.decision(),
                said.decisions(),
                act == null ? null : act.expressedAt(),
                leaf.recordedAt(),
                act == null ? null : act.channel(),
                act == null ? null : act.actor(),
                recordedBy,
                said.basis(),
                act == null ? List.of() : RecordedAs.of(act, leaf.recordedAt()),
                act == null ? null : act.source(),
                said.annuls(),
                annulledBy,
                said.details());
    }
}
