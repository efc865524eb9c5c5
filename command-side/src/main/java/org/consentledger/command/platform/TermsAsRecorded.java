package org.consentledger.command.platform;

import static org.consentledger.command.platform.Code.EDITION_NOT_PUBLISHED;
import static org.consentledger.command.platform.Code.EDITION_UNKNOWN;
import static org.consentledger.command.platform.Code.EDITION_WITHDRAWN;
import static org.consentledger.command.platform.Code.TERMS_UNKNOWN;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.TermsFact;
import org.jspecify.annotations.Nullable;

/**
 * One terms document as its own first events tell it. It never changes: {@link #after} answers the next one.
 *
 * @param registration {@code null} before it
 * @param published those not withdrawn
 * @param facts as {@code standing} takes them; their positions are sequence numbers
 * @param nextSequence sequence number of the first event that is not in here
 */
public record TermsAsRecorded(
        TermsId termsId,
        @Nullable TermsRegistered registration,
        Set<EditionNumber> drafted,
        Map<EditionNumber, PublishedEdition> published,
        Set<EditionNumber> withdrawn,
        List<Recorded<TermsFact>> facts,
        long nextSequence) {

    public TermsAsRecorded {
        drafted = Set.copyOf(drafted);
        published = Map.copyOf(published);
        withdrawn = Set.copyOf(withdrawn);
        facts = List.copyOf(facts);
    }

    static TermsAsRecorded nothingOf(TermsId termsId) {
        return new TermsAsRecorded(termsId, null, Set.of(), Map.of(), Set.of(), List.of(), 0);
    }

    TermsAsRecorded after(TermsEvent event, String eventId, Instant recordedAt, long sequence) {
        var told = new ArrayList<>(facts);
        TermsFact.of(event).ifPresent(fact -> told.add(new Recorded<>(eventId, sequence, recordedAt, fact)));
        long next = sequence + 1;
        return switch (event) {
            case TermsRegistered registered ->
                new TermsAsRecorded(termsId, registered, drafted, published, withdrawn, told, next);
            case EditionDrafted draft -> {
                var more = new HashSet<>(drafted);
                more.add(draft.edition());
                yield new TermsAsRecorded(termsId, registration, more, published, withdrawn, told, next);
            }
            case NoticeOfChangePosted _ ->
                new TermsAsRecorded(termsId, registration, drafted, published, withdrawn, told, next);
            case EditionPublished edition -> {
                var more = new HashMap<>(published);
                more.put(edition.edition(), publishedEdition(edition, eventId, recordedAt));
                yield new TermsAsRecorded(termsId, registration, drafted, more, withdrawn, told, next);
            }
            case EditionWithdrawn edition -> {
                var less = new HashMap<>(published);
                less.remove(edition.edition());
                var more = new HashSet<>(withdrawn);
                more.add(edition.edition());
                yield new TermsAsRecorded(termsId, registration, drafted, less, more, told, next);
            }
        };
    }

    /** The provider's choices; without a registration there are no terms. */
    public Policies chosen() {
        return registered().policies();
    }

    /** The zone in which the days of the terms begin and end; without a registration there are no terms. */
    public ZoneId timeZone() {
        return registered().timeZone();
    }

    private TermsRegistered registered() {
        if (registration == null) {
            throw new CommandRejected(TERMS_UNKNOWN, termsId);
        }
        return registration;
    }

    /** The edition, which must be published and not withdrawn. */
    public PublishedEdition edition(EditionNumber number) {
        chosen();
        if (withdrawn.contains(number)) {
            throw new CommandRejected(EDITION_WITHDRAWN, number);
        }
        var edition = published.get(number);
        if (edition == null) {
            throw new CommandRejected(drafted.contains(number) ? EDITION_NOT_PUBLISHED : EDITION_UNKNOWN, number);
        }
        return edition;
    }

    /** The newest edition that is in force then. */
    public Optional<PublishedEdition> inForceAt(Instant at) {
        return published.values().stream()
                .filter(edition -> !edition.effectiveFrom().isAfter(at))
                .max(Comparator.comparing(PublishedEdition::number));
    }

    private static PublishedEdition publishedEdition(EditionPublished event, String eventId, Instant recordedAt) {
        return new PublishedEdition(
                event.edition(),
                event.digest(),
                event.effectiveFrom(),
                eventId,
                recordedAt,
                event.content().purposes());
    }
}
