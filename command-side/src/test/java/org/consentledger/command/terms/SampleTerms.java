package org.consentledger.command.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.TermsRegistered;

/** Terms with a published 12th edition, and what can be done with them. */
final class SampleTerms {
    static final TermsId TERMS = new TermsId("cloud");
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final EditionNumber TWELVE = new EditionNumber(12);
    static final EditionNumber THIRTEEN = new EditionNumber(13);
    static final LocalDate DAY_12 = LocalDate.of(2019, 7, 30);
    static final LocalDate DAY_13 = LocalDate.of(2020, 2, 21);
    static final Instant BEFORE_ALL = Instant.parse("2019-01-01T00:00:00Z");

    private SampleTerms() {}

    static EditionPublished publishedAs12() {
        return new EditionPublished(
                TERMS, TWELVE, ContentDigest.of("十二"), Instant.parse("2019-07-29T15:00:00Z"), initial());
    }

    static EditionPublished published(EditionNumber number, EditionContent content) {
        return new EditionPublished(
                TERMS,
                number,
                ContentDigest.of(content.text()),
                EditionRules.firstInstantOf(content.effectiveOn(), TOKYO),
                content);
    }

    static TermsRegistered registered() {
        return new TermsRegistered(TERMS, "約款", "提供者", TOKYO, "ja", Policies.standard());
    }

    static RegisterTerms register() {
        return new RegisterTerms(TERMS, "約款", "提供者", TOKYO, "ja", Policies.standard());
    }

    static DraftEdition draft(EditionNumber number, EditionContent content) {
        return new DraftEdition(TERMS, number, content, BEFORE_ALL);
    }

    static PublishEdition publish(EditionNumber number) {
        return new PublishEdition(TERMS, number, BEFORE_ALL);
    }

    static PostNotice notice(Instant postedAt, Instant now) {
        return new PostNotice(TERMS, TWELVE, Channel.WEB, postedAt, null, null, null, now);
    }

    static EditionContent initial() {
        return content("十二", DAY_12, Procedure.INITIAL);
    }

    static EditionContent content(String text, LocalDate effectiveOn, Procedure procedure, PurposeOfUse... purposes) {
        var change = new Change(procedure, Change.Ground.REASONABLE, EditionRules.regimeOn(effectiveOn), null);
        return new EditionContent("版", effectiveOn, effectiveOn, text, change, List.of(purposes));
    }

    static PurposeOfUse purpose(String id, String provision, boolean thirdParties) {
        return new PurposeOfUse(
                new PurposeId(id), provision, "目的", PurposeOfUse.Mode.WITH_TERMS, List.of(), thirdParties, null, false);
    }
}
