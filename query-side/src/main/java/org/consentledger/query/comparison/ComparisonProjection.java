package org.consentledger.query.comparison;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.query.comparison.ComparedEdition.Status;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.ProjectionTables;
import org.springframework.stereotype.Component;

/** Keeps one row for each text of an edition, as drafted, published or withdrawn, and never changes a row. */
@Component
@ProcessingGroup(ComparisonProjection.NAME)
@ProjectionTables({"comparison_terms", "comparison_edition"})
class ComparisonProjection {
    static final String NAME = "comparison";

    private final ComparedEditions editions;

    ComparisonProjection(ComparedEditions editions) {
        this.editions = editions;
    }

    @EventHandler
    void on(TermsEvent event, EventMessage<?> message) {
        var leaf = Leaf.of(message);
        switch (event) {
            case TermsRegistered registered -> editions.insert(registered, leaf);
            case EditionDrafted drafted ->
                editions.insert(drafted.termsId(), drafted.edition(), Status.DRAFT, drafted.content(), leaf);
            case EditionPublished published ->
                editions.insert(published.termsId(), published.edition(), Status.PUBLISHED, published.content(), leaf);
            case EditionWithdrawn withdrawn -> editions.insert(withdrawn, leaf);
            case NoticeOfChangePosted _ -> {}
        }
    }
}
