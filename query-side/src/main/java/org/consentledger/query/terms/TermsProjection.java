package org.consentledger.query.terms;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.ProjectionTables;
import org.springframework.stereotype.Component;

/** Keeps one row for each registration, drafting, publication, notice and withdrawal, and never changes a row. */
@Component
@ProcessingGroup(TermsProjection.NAME)
@ProjectionTables({"terms_document", "terms_edition", "terms_notice", "terms_withdrawal"})
class TermsProjection {
    static final String NAME = "terms";

    private final TermsRegister terms;
    private final EditionRegister editions;

    TermsProjection(TermsRegister terms, EditionRegister editions) {
        this.terms = terms;
        this.editions = editions;
    }

    @EventHandler
    void on(TermsEvent event, EventMessage<?> message) {
        var leaf = Leaf.of(message);
        switch (event) {
            case TermsRegistered registered -> terms.insert(registered, leaf);
            case EditionDrafted drafted ->
                editions.insert(
                        new EditionRow(
                                drafted.termsId(),
                                drafted.edition(),
                                EditionRow.Status.DRAFT,
                                null,
                                ContentDigest.of(drafted.content().text()),
                                drafted.content()),
                        leaf);
            case EditionPublished published ->
                editions.insert(
                        new EditionRow(
                                published.termsId(),
                                published.edition(),
                                EditionRow.Status.PUBLISHED,
                                published.effectiveFrom(),
                                published.digest(),
                                published.content()),
                        leaf);
            case NoticeOfChangePosted notice -> terms.insert(notice, leaf);
            case EditionWithdrawn withdrawn -> terms.insert(withdrawn, leaf);
        }
    }
}
