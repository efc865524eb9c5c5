package org.consentledger.command.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.Evidence;
import org.consentledger.events.Source;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Expressed;
import org.consentledger.standing.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * What a client states about a person's act, whatever the act was.
 *
 * @param expressedAt when the person acted; {@code null} where it happens just now, or nobody knows when it happened
 * @param now when we were told, by our own clock
 */
public record StatedAct(
        @Nullable Instant expressedAt,
        Channel channel,
        Actor actor,
        @Nullable Evidence evidence,
        @Nullable Source source,
        Instant now) {
    /** How far another clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    /**
     * Takes what a body states.
     *
     * @throws Malformed where a record of the past does not tell when it happened, although somebody knows
     */
    public static StatedAct of(
            @Nullable Instant expressedAt,
            Channel channel,
            Actor actor,
            @Nullable EvidenceBody evidence,
            @Nullable SourceBody source,
            Instant now) {
        if (source != null && source.datePrecision() != DatePrecision.UNKNOWN && expressedAt == null) {
            throw new Malformed("/expressedAt", Malformed.Fault.MISSING);
        }
        return new StatedAct(
                expressedAt,
                channel,
                actor,
                evidence == null ? null : evidence.evidence(),
                source == null ? null : source.source(),
                now);
    }

    /** Whether it was taken over from a record of the past. */
    public boolean isTakenOver() {
        return source != null;
    }

    /**
     * Nobody acts later than now; a few seconds ahead count as now.
     *
     * @param justNow the time of an act without a stated one
     * @throws CommandRejected {@code EXPRESSED_IN_FUTURE}
     */
    public Instant expressedByNow(Instant justNow) {
        if (expressedAt != null && expressedAt.isAfter(now.plus(SKEW))) {
            throw new CommandRejected(Code.EXPRESSED_IN_FUTURE);
        }
        return expressedAt != null && !expressedAt.isAfter(now) ? expressedAt : justNow;
    }

    /**
     * The time of an act without a stated one: now, and not before what the customer did already, even where the clock of
     * the process that recorded it is ahead of ours.
     */
    public Instant justNow(List<Recorded<CustomerFact>> before) {
        return before.stream()
                .flatMap(recorded -> recorded.fact().act().stream())
                .map(Expressed::at)
                .reduce(now, (latest, other) -> other.isAfter(latest) ? other : latest);
    }

    /** The instant from which the act counts, in the terms' zone, if it comes into the ledger now. */
    public Instant countsFrom(Instant expressedByNow, ZoneId zone) {
        return Expressed.of(expressedByNow, actor, source).countsFrom(zone, now);
    }
}
