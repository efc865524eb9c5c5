package org.consentledger.standing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.consentledger.events.EditionNumber;
import org.consentledger.standing.Binding.ByNotice;
import org.consentledger.standing.Binding.Ended;
import org.consentledger.standing.Standing.Fact;
import org.consentledger.standing.Standing.OfPurpose;
import org.consentledger.standing.TermsFact.Published;
import org.jspecify.annotations.Nullable;

/** The facts that an answer rests on: without any one of them it could be another. */
final class Grounds {
    private Grounds() {}

    static List<Fact> of(Situation situation, List<OfPurpose> purposes, List<Reason> because) {
        var suspensions = situation.records().suspensions().facts(situation.at());
        return Stream.of(editions(situation, purposes, because), records(situation, purposes, because), suspensions)
                .flatMap(facts -> facts)
                .distinct()
                .sorted(Comparator.comparingLong(Fact::position))
                .toList();
    }

    private static Stream<Fact> editions(Situation situation, List<OfPurpose> purposes, List<Reason> because) {
        var editions = situation.editions();
        var named = Stream.concat(
                because.stream().flatMap(Grounds::editionsOf),
                DueRules.editionsToAccept(situation).stream()
                        .map(due -> due.fact().edition()));
        var changed = purposes.stream().flatMap(purpose -> PurposeRules.changedBy(purpose, situation).stream());
        return Stream.of(
                        situation.bindings().stream().flatMap(Grounds::boundTo),
                        named.flatMap(number -> upTo(number, situation)),
                        changed.flatMap(edition -> editions.find(edition.edition()).stream()))
                .flatMap(found -> found)
                .flatMap(edition -> Stream.concat(
                        Stream.of(Fact.of(edition)),
                        editions.timelyNotice(edition.fact()).stream().map(Fact::of)));
    }

    private static Stream<Recorded<Published>> boundTo(Binding binding) {
        return switch (binding) {
            case ByNotice notice -> notice.passed().stream();
            case Binding.ByAcceptance accepted -> Stream.of(accepted.edition());
            case Ended ended -> Stream.of(ended.edition());
        };
    }

    /** A newer edition that is named, and those between: one of them may be what keeps it from binding. */
    private static Stream<Recorded<Published>> upTo(EditionNumber named, Situation situation) {
        var bound = situation.editionOrNull();
        var between = bound == null
                ? Stream.<Recorded<Published>>of()
                : situation.editions().after(bound.edition(), named).stream();
        return Stream.concat(situation.editions().find(named).stream(), between);
    }

    private static Stream<EditionNumber> editionsOf(Reason reason) {
        return switch (reason) {
            case Reason.AcceptedEdition accepted -> Stream.of(accepted.edition().edition());
            case Reason.BoundByNotice notice -> Stream.of(notice.edition().edition());
            case Reason.NeverAccepted _,
                    Reason.LeftService _,
                    Reason.RecordedOtherwise _,
                    Reason.PurposeStands _,
                    Reason.PurposeNotStated _,
                    Reason.NoticeIsNotConsent _,
                    Reason.NoThirdParties _,
                    Reason.UseSuspended _ -> Stream.of();
            case Reason.AcceptanceNeeded needed -> Stream.of(needed.edition().edition());
            case Reason.NoticeMissing missing -> Stream.of(missing.edition().edition());
            case Reason.EarlierChangeNotAccepted earlier ->
                Stream.of(earlier.edition().edition(), earlier.earlier().edition());
            case Reason.NoticeBeforeBinding before -> Stream.of(before.edition().edition());
            case Reason.RefusedEdition refused -> Stream.of(refused.edition().edition());
            case Reason.AcceptedBeforeEffect waiting ->
                Stream.of(waiting.edition().edition());
        };
    }

    private static Stream<Fact> records(Situation situation, List<OfPurpose> purposes, List<Reason> because) {
        var positions = positions(situation.records());
        var bound = situation.bindings().stream().flatMap(binding -> Stream.ofNullable(recordOf(binding)));
        var left = situation.lastLeaving().stream().map(CustomerRecords.Leaving::recordId);
        var purposeRecords = purposes.stream().map(OfPurpose::recordId);
        var reasons = because.stream().map(Grounds::recordOf);
        return Stream.of(bound, left, purposeRecords, reasons)
                .flatMap(ids -> ids)
                .filter(Objects::nonNull)
                .map(id -> new Fact(
                        id,
                        Objects.requireNonNull(positions.get(id)),
                        situation.records().recordedAs(id)));
    }

    private static @Nullable String recordOf(Binding binding) {
        return switch (binding) {
            case Binding.ByAcceptance accepted -> accepted.record().recordId();
            case ByNotice _ -> null;
            case Ended ended -> ended.leaving().recordId();
        };
    }

    /** The record of a customer's act that a reason names; {@code null} where it names none. */
    static @Nullable String recordOf(Reason reason) {
        return switch (reason) {
            case Reason.AcceptedEdition accepted -> accepted.recordId();
            case Reason.LeftService left -> left.recordId();
            case Reason.RefusedEdition refused -> refused.recordId();
            case Reason.AcceptedBeforeEffect waiting -> waiting.recordId();
            case Reason.RecordedOtherwise recorded -> recorded.recordId();
            case Reason.PurposeStands stands -> stands.purpose().recordId();
            case Reason.BoundByNotice _,
                    Reason.NeverAccepted _,
                    Reason.AcceptanceNeeded _,
                    Reason.NoticeMissing _,
                    Reason.EarlierChangeNotAccepted _,
                    Reason.NoticeBeforeBinding _,
                    Reason.PurposeNotStated _,
                    Reason.NoticeIsNotConsent _,
                    Reason.NoThirdParties _,
                    Reason.UseSuspended _ -> null;
        };
    }

    private static Map<String, Long> positions(CustomerRecords records) {
        var positions = new HashMap<String, Long>();
        records.acceptances().forEach(record -> positions.put(record.recordId(), record.position()));
        records.refusals().forEach(record -> positions.put(record.recordId(), record.position()));
        records.decisions().forEach(record -> positions.put(record.recordId(), record.position()));
        records.leavings().forEach(record -> positions.put(record.recordId(), record.position()));
        return positions;
    }
}
