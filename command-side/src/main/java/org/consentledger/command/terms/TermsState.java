package org.consentledger.command.terms;

import static org.consentledger.command.platform.Code.TERMS_UNKNOWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.events.terms.TermsRegistered;
import org.jspecify.annotations.Nullable;

/** Where one terms document stands: what was drafted, what was announced, what is published. */
final class TermsState {
    private @Nullable TermsRegistered registered;
    private final SortedMap<EditionNumber, Draft> drafts = new TreeMap<>();
    private final NavigableMap<EditionNumber, EditionPublished> published = new TreeMap<>();
    private final List<NoticeOfChangePosted> notices = new ArrayList<>();

    /** A draft and the id of the event that recorded it. */
    record Draft(EditionContent content, String eventId) {}

    void apply(TermsEvent event, String eventId) {
        switch (event) {
            case TermsRegistered happened -> registered = happened;
            case EditionDrafted drafted -> drafts.put(drafted.edition(), new Draft(drafted.content(), eventId));
            case NoticeOfChangePosted notice -> notices.add(notice);
            case EditionPublished edition -> {
                drafts.remove(edition.edition());
                published.put(edition.edition(), edition);
            }
        }
    }

    boolean isRegistered() {
        return registered != null;
    }

    /** The registration, which everything else needs. */
    TermsRegistered registered(TermsId asked) {
        if (registered == null) {
            throw new CommandRejected(TERMS_UNKNOWN, asked);
        }
        return registered;
    }

    Optional<Draft> draft(EditionNumber number) {
        return Optional.ofNullable(drafts.get(number));
    }

    boolean isPublished(EditionNumber number) {
        return published.containsKey(number);
    }

    /** In the order of their numbers, which is that of their effective dates. */
    List<EditionPublished> published() {
        return List.copyOf(published.values());
    }

    Optional<EditionPublished> newestPublished() {
        return Optional.ofNullable(published.lastEntry()).map(Map.Entry::getValue);
    }

    boolean wasAnnouncedBefore(EditionNumber number, Instant effectiveFrom) {
        return notices.stream()
                .anyMatch(notice ->
                        notice.edition().equals(number) && notice.postedAt().isBefore(effectiveFrom));
    }
}
