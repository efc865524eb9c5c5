package org.consentledger.standing;

import static org.consentledger.events.terms.Change.Ground.REASONABLE;
import static org.consentledger.events.terms.Change.Procedure.ACCEPTANCE;
import static org.consentledger.events.terms.Change.Procedure.NOTICE;
import static org.consentledger.events.terms.Change.Regime.CIVIL_CODE_548_4;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.consentledger.events.EditionNumber;
import org.consentledger.standing.TermsFact.EditionWithdrawn;
import org.consentledger.standing.TermsFact.NoticePosted;
import org.consentledger.standing.TermsFact.Published;
import org.consentledger.standing.TermsFact.Registered;
import org.jspecify.annotations.Nullable;

/** The editions of one terms document that are published and not withdrawn, and by what they bind. */
final class Editions {
    private final NavigableMap<EditionNumber, Recorded<Published>> published = new TreeMap<>();
    private final List<Recorded<NoticePosted>> notices = new ArrayList<>();
    private ZoneId zone = ZoneOffset.UTC;
    private boolean decisionRequired;
    private int graceDays;

    Editions(List<Recorded<TermsFact>> facts) {
        Set<EditionNumber> withdrawn = new HashSet<>();
        for (var recorded : facts) {
            switch (recorded.fact()) {
                case Registered registered -> {
                    zone = registered.timeZone();
                    decisionRequired = registered.decisionRequired();
                    graceDays = registered.graceDays();
                }
                case Published edition -> published.put(edition.edition(), as(recorded, edition));
                case NoticePosted notice -> notices.add(as(recorded, notice));
                case EditionWithdrawn taken -> withdrawn.add(taken.edition());
            }
        }
        published.keySet().removeAll(withdrawn);
    }

    ZoneId zone() {
        return zone;
    }

    boolean decisionRequired() {
        return decisionRequired;
    }

    /** The first instant of the civil day from which a customer who was bound before is asked about this edition. */
    Instant askedFrom(Published edition) {
        return edition.effectiveFrom()
                .atZone(zone)
                .toLocalDate()
                .plusDays(graceDays)
                .atStartOfDay(zone)
                .toInstant();
    }

    Collection<Recorded<Published>> all() {
        return published.values();
    }

    Optional<Recorded<Published>> find(EditionNumber number) {
        return Optional.ofNullable(published.get(number));
    }

    /** The editions after one, all for {@code null}, and up to another. */
    Collection<Recorded<Published>> after(@Nullable EditionNumber from, EditionNumber upTo) {
        if (from == null) {
            return published.headMap(upTo, true).values();
        }
        return from.isAfter(upTo)
                ? List.of()
                : published.subMap(from, false, upTo, true).values();
    }

    /** The newest edition whose effective day has begun. */
    Optional<Recorded<Published>> inForceAt(Instant at) {
        return published.values().stream()
                .filter(edition -> !edition.fact().effectiveFrom().isAfter(at))
                .reduce((_, newer) -> newer);
    }

    /** The newest edition that still waits for its effective day and needs acceptance. */
    Optional<Recorded<Published>> newestAnnouncedForAcceptance(Instant at) {
        return published.values().stream()
                .filter(edition -> edition.fact().effectiveFrom().isAfter(at))
                .filter(edition -> edition.fact().change().procedure() == ACCEPTANCE)
                .reduce((_, newer) -> newer);
    }

    /**
     * Whether a notice of change is enough for this edition. Under Civil Code article 548-4 paragraph 3 a change on
     * the ground of paragraph 1 item (ii) has no effect unless its notice was posted before it takes effect.
     */
    boolean isEffectiveByNotice(Published edition) {
        return edition.change().procedure() == NOTICE && !lacksTimelyNotice(edition);
    }

    /** Whether the law demands a notice before the effective day and none is known. */
    boolean lacksTimelyNotice(Published edition) {
        return edition.change().regime() == CIVIL_CODE_548_4
                && edition.change().ground() == REASONABLE
                && timelyNotice(edition).isEmpty();
    }

    /** The first known notice that was posted before the edition takes effect. */
    Optional<Recorded<NoticePosted>> timelyNotice(Published edition) {
        return notices.stream()
                .filter(notice -> notice.fact().edition().equals(edition.edition()))
                .filter(notice -> notice.fact().postedAt().isBefore(edition.effectiveFrom()))
                .findFirst();
    }

    private static <F> Recorded<F> as(Recorded<?> recorded, F fact) {
        return new Recorded<>(recorded.eventId(), recorded.position(), recorded.recordedAt(), fact);
    }
}
