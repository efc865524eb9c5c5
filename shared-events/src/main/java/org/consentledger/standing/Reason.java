package org.consentledger.standing;

import java.time.Instant;
import java.util.List;
import org.consentledger.events.PurposeId;
import org.consentledger.standing.Standing.OfPurpose;
import org.consentledger.standing.TermsFact.Published;

/** One reason for an answer, as a fact to be put into words by those who show it. All instants UTC. */
public sealed interface Reason {
    /** The stable name of the kind of reason. */
    default String code() {
        return switch (this) {
            case AcceptedEdition _ -> "ACCEPTED_EDITION";
            case BoundByNotice _ -> "BOUND_BY_NOTICE";
            case NeverAccepted _ -> "NEVER_ACCEPTED";
            case LeftService _ -> "LEFT_SERVICE";
            case AcceptanceNeeded _ -> "ACCEPTANCE_NEEDED";
            case NoticeMissing _ -> "NOTICE_MISSING";
            case EarlierChangeNotAccepted _ -> "EARLIER_CHANGE_NOT_ACCEPTED";
            case NoticeBeforeBinding _ -> "NOTICE_BEFORE_BINDING";
            case RefusedEdition _ -> "REFUSED_EDITION";
            case AcceptedBeforeEffect _ -> "ACCEPTED_BEFORE_EFFECT";
            case RecordedOtherwise _ -> "RECORDED_OTHERWISE";
            case PurposeStands stands -> "PURPOSE_" + stands.purpose().state();
            case PurposeNotStated _ -> "PURPOSE_NOT_STATED";
            case NoticeIsNotConsent _ -> "NOTICE_IS_NOT_CONSENT";
            case UseSuspended _ -> "USE_SUSPENDED";
            case NoThirdParties _ -> "NO_THIRD_PARTIES";
        };
    }

    /** The customer accepted this edition; it binds from {@code since} on. */
    record AcceptedEdition(Published edition, Instant expressedAt, Instant since, String recordId) implements Reason {}

    /** The edition binds the customer by notice, from its effective instant on. */
    record BoundByNotice(Published edition) implements Reason {}

    /** No acceptance is known that binds the customer at that time. */
    record NeverAccepted() implements Reason {}

    /** The customer left at {@code since}. */
    record LeftService(Instant since, String recordId) implements Reason {}

    /** This edition is in force but binds only those who accept it. */
    record AcceptanceNeeded(Published edition) implements Reason {}

    /** No notice before the effective date is known, and without one the change has no effect (Civil Code 548-4(3)). */
    record NoticeMissing(Published edition) implements Reason {}

    /** This edition would bind by notice, but an edition before it does not bind the customer. */
    record EarlierChangeNotAccepted(Published edition, Published earlier) implements Reason {}

    /** The edition took effect by notice before the customer was bound, so its notice was not addressed to the customer. */
    record NoticeBeforeBinding(Published edition) implements Reason {}

    /** The customer refused this edition. */
    record RefusedEdition(Published edition, Instant expressedAt, String recordId) implements Reason {}

    /** The customer accepted this edition, which has not yet taken effect. */
    record AcceptedBeforeEffect(Published edition, Instant expressedAt, String recordId) implements Reason {}

    /** A record that another reason names is not that of an act of the customer in person, recorded as it happened. */
    record RecordedOtherwise(String recordId, List<RecordedAs> recordedAs) implements Reason {}

    /** So the customer stands with the purpose asked about. */
    record PurposeStands(OfPurpose purpose) implements Reason {}

    /** No edition that applied states the purpose asked about. */
    record PurposeNotStated(PurposeId purposeId) implements Reason {}

    /** A notice alone brought this purpose, and providing data to third parties needs a person's consent (APPI 27(1)). */
    record NoticeIsNotConsent(OfPurpose purpose) implements Reason {}

    /** The purpose does not state that data are provided to third parties, so no consent to it covers that (APPI 27(1)). */
    record NoThirdParties(OfPurpose purpose) implements Reason {}

    /** At the customer's request the data are used for nothing but what the law requires, from {@code since} on (APPI 35). */
    record UseSuspended(Instant since, String recordId) implements Reason {}
}
