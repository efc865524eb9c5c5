package org.consentledger.query.terms;

import java.util.List;
import org.consentledger.comparison.Lineage;
import org.consentledger.events.EditionNumber;
import org.consentledger.provisions.Structure;
import org.consentledger.provisions.Warning;
import org.consentledger.query.terms.TermsAnswers.Document;
import org.consentledger.query.terms.TermsAnswers.Notice;
import org.consentledger.query.terms.TermsAnswers.Withdrawal;
import org.consentledger.standing.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An edition with all that is known of it and derived from it.
 *
 * @param effect whom it binds, or would bind were it published now, and why
 * @param line the published editions before it and itself, which the steps of the lineage lead along
 */
record FoundEdition(
        Document terms,
        EditionRow row,
        EditionState state,
        List<Notice> notices,
        @Nullable Withdrawal withdrawal,
        List<Reason> effect,
        Structure structure,
        List<Warning> warnings,
        List<EditionNumber> line,
        Lineage lineage) {}
