package org.consentledger.command.terms;

import static org.consentledger.command.platform.Code.TERMS_UNKNOWN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.standing.TermsFact;
import org.jspecify.annotations.Nullable;

/** Where one terms document stands: what was drafted, announced, published and withdrawn. */
final class TermsState {
    private @Nullable TermsRegistered registered;
    private final SortedMap<EditionNumber, Draft> drafts = new TreeMap<>();
    private final NavigableMap<EditionNumber, Publication> published = new TreeMap<>();
    private final Map<NoticeOfChangePosted, String> notices = new HashMap<>();
    private final Set<EditionNumber> withdrawn = new HashSet<>();
    private final List<TermsFact> facts = new ArrayList<>();

    /**
     * A draft and the id of the event that recorded it.
     *
     * @param authors who called to record it and those before it, as far as that is known
     */
    record Draft(EditionContent content, String eventId, Set<String> authors) {
        Draft {
            authors = Set.copyOf(authors);
        }
    }

    /** A publication and the id of the event that recorded it. */
    record Publication(EditionPublished edition, String eventId) {}

    /** @param recordedBy who called; {@code null} where that is not known */
    void apply(TermsEvent event, String eventId, @Nullable String recordedBy) {
        TermsFact.of(event).ifPresent(facts::add);
        switch (event) {
            case TermsRegistered happened -> registered = happened;
            case EditionDrafted drafted -> drafts.put(drafted.edition(), drafted(drafted, eventId, recordedBy));
            case NoticeOfChangePosted notice -> notices.putIfAbsent(notice, eventId);
            case EditionPublished edition -> {
                drafts.remove(edition.edition());
                published.put(edition.edition(), new Publication(edition, eventId));
            }
            case EditionWithdrawn edition -> {
                published.remove(edition.edition());
                withdrawn.add(edition.edition());
            }
        }
    }

    private Draft drafted(EditionDrafted drafted, String eventId, @Nullable String recordedBy) {
        var authors = new HashSet<String>();
        draft(drafted.edition()).ifPresent(before -> authors.addAll(before.authors()));
        if (recordedBy != null) {
            authors.add(recordedBy);
        }
        return new Draft(drafted.content(), eventId, authors);
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

    /** Id of the event that recorded the same notice first. */
    Optional<String> noticeSaying(NoticeOfChangePosted notice) {
        return Optional.ofNullable(notices.get(notice));
    }

    boolean isPublished(EditionNumber number) {
        return published.containsKey(number);
    }

    boolean isWithdrawn(EditionNumber number) {
        return withdrawn.contains(number);
    }

    Optional<Publication> publication(EditionNumber number) {
        return Optional.ofNullable(published.get(number));
    }

    /** Those not withdrawn, in the order of their numbers, which is that of their effective dates. */
    List<EditionPublished> published() {
        return published.values().stream().map(Publication::edition).toList();
    }

    /** The last of those not withdrawn. */
    Optional<EditionPublished> newestPublished() {
        return Optional.ofNullable(published.lastEntry())
                .map(entry -> entry.getValue().edition());
    }

    /** The last of those not withdrawn whose number is smaller. */
    Optional<EditionPublished> publishedBefore(EditionNumber number) {
        return Optional.ofNullable(published.lowerEntry(number))
                .map(entry -> entry.getValue().edition());
    }

    /** What a standing would rest on, in ledger order. */
    List<TermsFact> facts() {
        return List.copyOf(facts);
    }
}
