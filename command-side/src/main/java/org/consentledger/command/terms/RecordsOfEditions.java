package org.consentledger.command.terms;

import java.util.List;
import org.consentledger.command.platform.RestsOn;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.EventTypes;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.springframework.stereotype.Component;

/** What customers did with editions, as the ledger itself tells it: a projection may lag, and a count may be overtaken. */
@Component
class RecordsOfEditions {
    private static final List<String> NAMING_AN_EDITION = List.of(
            EventTypes.of(EditionAccepted.class).name(),
            EventTypes.of(EditionRefused.class).name());

    private final RestsOn restsOn;

    RecordsOfEditions(RestsOn restsOn) {
        this.restsOn = restsOn;
    }

    /**
     * Whether no record names the edition. Where so, the command rests on it: a record that comes before its events
     * makes it be decided anew.
     *
     * @param publication id of the event that published the edition; no record from before it names the edition
     */
    boolean noneNames(TermsId termsId, EditionNumber edition, String publication) {
        return restsOn.noneSince(
                publication, AggregateIds.agreements(termsId), NAMING_AN_EDITION, "edition", edition.toString());
    }
}
