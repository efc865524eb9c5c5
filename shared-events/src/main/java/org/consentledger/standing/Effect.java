package org.consentledger.standing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.events.EditionNumber;
import org.consentledger.standing.TermsFact.Published;

/** Whom an edition binds, whoever the customer is. */
public final class Effect {
    private Effect() {}

    /**
     * By what an edition binds those who had agreed to an earlier one, in the order in which one would tell it: {@link
     * Reason.AcceptanceNeeded}, {@link Reason.NoticeMissing}, or {@link Reason.BoundByNotice} and then, where some of them
     * stay with an earlier edition, {@link Reason.EarlierChangeNotAccepted}. Empty where it is not published, or withdrawn.
     *
     * @param terms all facts of the terms document that are known, in ledger order
     */
    public static List<Reason> of(List<TermsFact> terms, EditionNumber number) {
        var editions = editions(terms);
        return editions.find(number)
                .map(edition -> of(edition.fact(), editions))
                .orElse(List.of());
    }

    private static List<Reason> of(Published edition, Editions editions) {
        return switch (edition.change().procedure()) {
            case INITIAL, ACCEPTANCE -> List.of(new Reason.AcceptanceNeeded(edition));
            case NOTICE -> {
                if (editions.lacksTimelyNotice(edition)) {
                    yield List.of(new Reason.NoticeMissing(edition));
                }
                var reasons = new ArrayList<Reason>(List.of(new Reason.BoundByNotice(edition)));
                lastThatNeededAcceptance(edition, editions)
                        .forEach(earlier -> reasons.add(new Reason.EarlierChangeNotAccepted(edition, earlier)));
                yield reasons;
            }
        };
    }

    /** The first edition changed nothing for anybody, so it stands between nobody and a later one. */
    private static List<Published> lastThatNeededAcceptance(Published edition, Editions editions) {
        return editions.all().stream()
                .map(Recorded::fact)
                .skip(1)
                .filter(earlier -> edition.edition().isAfter(earlier.edition()))
                .filter(earlier -> !editions.isEffectiveByNotice(earlier))
                .reduce((_, later) -> later)
                .stream()
                .toList();
    }

    /** Where the facts stand in the ledger says nothing here. */
    private static Editions editions(List<TermsFact> terms) {
        return new Editions(terms.stream()
                .map(fact -> new Recorded<>("", 0, Instant.EPOCH, fact))
                .toList());
    }
}
