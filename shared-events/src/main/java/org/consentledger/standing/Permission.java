package org.consentledger.standing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.events.PurposeId;
import org.consentledger.standing.Standing.Basis;
import org.consentledger.standing.Standing.Fact;
import org.consentledger.standing.Standing.OfPurpose;
import org.consentledger.standing.Standing.PurposeState;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer's data may be used for one purpose at one instant.
 *
 * <p>Yes where the purpose is consented to or required by law. But data are provided to third parties only with the
 * person's own consent (APPI article 27(1)), and being bound by notice is none: a purpose with third parties that no
 * accepted edition stated is not permitted. And while the use of the data is suspended at the customer's request (APPI
 * article 35), nothing is permitted but what the law requires.
 *
 * @param purpose and where the customer stands with it; {@code null} where the edition that applied does not state it,
 *     or none applied
 * @param recordedAs how the record that the state rests on came into the ledger
 * @param because why, in the order in which one would tell it
 * @param restsOn the facts that the answer rests on, in ledger order
 */
public record Permission(
        boolean permitted,
        @Nullable OfPurpose purpose,
        List<RecordedAs> recordedAs,
        List<Reason> because,
        List<Fact> restsOn) {

    public Permission {
        recordedAs = List.copyOf(recordedAs);
        because = List.copyOf(because);
        restsOn = List.copyOf(restsOn);
    }

    /**
     * The permission for one purpose. Like {@link Standing#of} it depends on its arguments alone.
     *
     * @param at the instant asked about, UTC
     */
    public static Permission of(
            List<Recorded<TermsFact>> terms, List<Recorded<CustomerFact>> customer, PurposeId purposeId, Instant at) {
        var editions = new Editions(terms);
        var situation = Situation.at(at, editions, new CustomerRecords(customer, editions.zone()));
        var purposes = PurposeRules.purposes(situation).stream()
                .filter(of -> of.purpose().purposeId().equals(purposeId))
                .toList();
        var because = new ArrayList<>(Explanation.of(situation));
        if (purposes.isEmpty()) {
            because.add(new Reason.PurposeNotStated(purposeId));
            return new Permission(false, null, List.of(), because, Grounds.of(situation, purposes, because));
        }
        var purpose = purposes.getFirst();
        because.add(new Reason.PurposeStands(purpose));
        if (needsAPersonsConsent(purpose)) {
            because.add(new Reason.NoticeIsNotConsent(purpose));
        }
        var suspensions = isForTheCustomerToSuspend(purpose)
                ? situation.records().suspensions().reasons(at)
                : List.<Reason>of();
        because.addAll(suspensions);
        var recordId = purpose.recordId();
        return new Permission(
                mayBeUsed(purpose.state()) && !needsAPersonsConsent(purpose) && suspensions.isEmpty(),
                purpose,
                recordId == null ? List.of() : situation.records().recordedAs(recordId),
                because,
                Grounds.of(situation, purposes, because));
    }

    /**
     * Whether the data might be provided to a third party for the purpose: where the law requires it, or the purpose that is
     * permitted states third parties (APPI article 27(1)).
     */
    public boolean permitsProvision() {
        return permitted
                && purpose != null
                && (purpose.state() == PurposeState.REQUIRED_BY_LAW
                        || purpose.purpose().thirdParties());
    }

    /** Why a provision to a third party was permitted or not: as for any use, and where the purpose states none, that too. */
    public List<Reason> becauseOfProvision() {
        return permitted && purpose != null && !permitsProvision()
                ? Stream.concat(because.stream(), Stream.of(new Reason.NoThirdParties(purpose)))
                        .toList()
                : because;
    }

    /** Whether any edition known states the purpose. */
    public static boolean isStated(List<Recorded<TermsFact>> terms, PurposeId purposeId) {
        return terms.stream()
                .map(Recorded::fact)
                .anyMatch(fact -> fact instanceof TermsFact.Published published
                        && published.purpose(purposeId).isPresent());
    }

    private static boolean mayBeUsed(PurposeState state) {
        return switch (state) {
            case CONSENTED, REQUIRED_BY_LAW -> true;
            case REFUSED, WITHDRAWN, NOT_ASKED, RENEWAL_REQUIRED, ENDED -> false;
        };
    }

    private static boolean isForTheCustomerToSuspend(OfPurpose purpose) {
        return purpose.state() != PurposeState.REQUIRED_BY_LAW;
    }

    private static boolean needsAPersonsConsent(OfPurpose purpose) {
        return purpose.basis() == Basis.NOTICE && purpose.purpose().thirdParties() && mayBeUsed(purpose.state());
    }
}
