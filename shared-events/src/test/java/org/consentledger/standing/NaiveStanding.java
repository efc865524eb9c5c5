package org.consentledger.standing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.standing.CustomerFact.Accepted;
import org.consentledger.standing.CustomerFact.Annulled;
import org.consentledger.standing.CustomerFact.Decided;
import org.consentledger.standing.CustomerFact.Left;
import org.consentledger.standing.CustomerFact.Refused;
import org.consentledger.standing.CustomerFact.Suspended;
import org.consentledger.standing.CustomerFact.SuspensionLifted;
import org.consentledger.standing.TermsFact.EditionWithdrawn;
import org.consentledger.standing.TermsFact.NoticePosted;
import org.consentledger.standing.TermsFact.Published;
import org.consentledger.standing.TermsFact.Registered;
import org.jspecify.annotations.Nullable;

/**
 * The rules once more, as slowly and as plainly as one would explain them at a table: it walks through every instant at
 * which anything happened, from the first one to the one asked about, and shares no code with the answer it checks.
 */
public final class NaiveStanding {
    final ZoneId zone;
    final boolean decisionRequired;
    final int graceDays;
    final Map<Integer, Published> editions = new TreeMap<>();
    final List<NoticePosted> notices = new ArrayList<>();
    final List<Recorded<CustomerFact>> facts = new ArrayList<>();
    final List<CustomerFact> suspensions = new ArrayList<>();
    final Instant at;

    int edition;
    String mode = "NONE";

    @Nullable
    Instant since;

    int lastAccepted;
    final List<Integer> acceptedSinceComing = new ArrayList<>();

    @Nullable
    Instant boundBeforeLeaving;

    final Map<Instant, Integer> editionNamedFrom = new TreeMap<>();

    public NaiveStanding(List<Recorded<TermsFact>> terms, List<Recorded<CustomerFact>> customer, Instant at) {
        this.at = at;
        var registered = terms.stream()
                .map(Recorded::fact)
                .filter(Registered.class::isInstance)
                .map(Registered.class::cast)
                .findFirst();
        zone = registered.map(Registered::timeZone).orElse(ZoneOffset.UTC);
        decisionRequired = registered.map(Registered::decisionRequired).orElse(false);
        graceDays = registered.map(Registered::graceDays).orElse(0);
        for (var recorded : terms) {
            if (recorded.fact() instanceof Published published) {
                editions.put(published.edition().value(), published);
            }
            if (recorded.fact() instanceof NoticePosted notice) {
                notices.add(notice);
            }
        }
        for (var recorded : terms) {
            if (recorded.fact() instanceof EditionWithdrawn withdrawn) {
                editions.remove(withdrawn.edition().value());
            }
        }
        for (var recorded : customer) {
            boolean annulled = customer.stream()
                    .anyMatch(other -> other.fact() instanceof Annulled annulment
                            && annulment.recordId().equals(recorded.eventId()));
            if (recorded.fact() instanceof Suspended || recorded.fact() instanceof SuspensionLifted) {
                suspensions.add(recorded.fact());
            } else if (!annulled && !(recorded.fact() instanceof Annulled)) {
                facts.add(recorded);
            }
        }
        walk();
    }

    private void walk() {
        var instants = new TreeSet<Instant>();
        editions.values().forEach(published -> instants.add(published.effectiveFrom()));
        facts.forEach(recorded -> instants.add(when(recorded)));
        for (var now : instants) {
            if (now.isAfter(at)) {
                return;
            }
            for (var published : editions.values()) {
                if (published.effectiveFrom().equals(now)) {
                    takeEffect(published);
                }
            }
            for (var recorded : facts) {
                if (recorded.fact() instanceof Accepted accepted) {
                    accept(recorded, accepted, now);
                }
            }
            for (var recorded : facts) {
                if (recorded.fact() instanceof Left && when(recorded).equals(now)) {
                    leave(now);
                }
            }
            if (!mode.equals("NONE")) {
                editionNamedFrom.put(now, edition);
            }
        }
    }

    private void takeEffect(Published published) {
        int number = published.edition().value();
        boolean bound = mode.equals("ACCEPTED") || mode.equals("NOTICE");
        if (!bound || number <= edition) {
            return;
        }
        for (int passed = edition + 1; passed <= number; passed++) {
            var between = editions.get(passed);
            if (between != null && !effectiveByNotice(between)) {
                return;
            }
        }
        edition = number;
        mode = "NOTICE";
        since = published.effectiveFrom();
    }

    private boolean effectiveByNotice(Published published) {
        if (published.change().procedure() != Change.Procedure.NOTICE) {
            return false;
        }
        boolean needsTimelyNotice = published.change().regime() == Change.Regime.CIVIL_CODE_548_4
                && published.change().ground() == Change.Ground.REASONABLE;
        boolean posted = notices.stream()
                .anyMatch(notice -> notice.edition().equals(published.edition())
                        && notice.postedAt().isBefore(published.effectiveFrom()));
        return !needsTimelyNotice || posted;
    }

    private void accept(Recorded<CustomerFact> recorded, Accepted accepted, Instant now) {
        var published = editions.get(accepted.edition().value());
        if (published == null) {
            return;
        }
        var expressed = when(recorded);
        var binds = expressed.isBefore(published.effectiveFrom()) ? published.effectiveFrom() : expressed;
        if (!binds.equals(now)) {
            return;
        }
        for (var other : facts) {
            if (other.fact() instanceof Left
                    && !when(other).isBefore(expressed)
                    && when(other).isBefore(binds)) {
                return;
            }
        }
        if (mode.equals("ENDED") || mode.equals("NONE")) {
            acceptedSinceComing.clear();
        }
        edition = accepted.edition().value();
        mode = "ACCEPTED";
        since = now;
        lastAccepted = edition;
        acceptedSinceComing.add(edition);
    }

    private void leave(Instant now) {
        if (mode.equals("ACCEPTED") || mode.equals("NOTICE")) {
            boundBeforeLeaving = since;
            mode = "ENDED";
            since = now;
        }
    }

    public String state(PurposeOfUse purpose) {
        return switch (purpose.mode()) {
            case REQUIRED_BY_LAW -> "REQUIRED_BY_LAW LAW";
            case WITH_TERMS -> withTerms(purpose);
            case VOLUNTARY -> voluntary(purpose);
        };
    }

    private String withTerms(PurposeOfUse purpose) {
        boolean stated = acceptedSinceComing.stream().anyMatch(number -> states(editions.get(number), purpose));
        var basis = stated ? "ACCEPTED" : "NOTICE";
        if (mode.equals("ENDED")) {
            var kept = purpose.keptAfterLeaving();
            boolean running = kept != null
                    && since != null
                    && at.isBefore(since.atZone(zone).plus(kept).toInstant());
            return (running ? "CONSENTED " : "ENDED ") + basis;
        }
        boolean renewal = mode.equals("NOTICE") && changedAfter(lastAccepted, purpose);
        return (renewal ? "RENEWAL_REQUIRED " : "CONSENTED ") + basis;
    }

    private static boolean states(@Nullable Published published, PurposeOfUse purpose) {
        return published != null
                && published.purposes().stream()
                        .anyMatch(other -> other.purposeId().equals(purpose.purposeId()));
    }

    private boolean changedAfter(int known, PurposeOfUse purpose) {
        for (var published : editions.values()) {
            int number = published.edition().value();
            if (number > known && number <= edition) {
                for (var stated : published.purposes()) {
                    if (stated.purposeId().equals(purpose.purposeId()) && stated.materialChange()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private String voluntary(PurposeOfUse purpose) {
        if (mode.equals("ENDED")) {
            return "ENDED null";
        }
        Instant lastLeft = Instant.MIN;
        for (var recorded : facts) {
            if (recorded.fact() instanceof Left
                    && !when(recorded).isAfter(at)
                    && when(recorded).isAfter(lastLeft)) {
                lastLeft = when(recorded);
            }
        }
        var decisions = new ArrayList<Decision>();
        for (var recorded : facts) {
            var expressed = when(recorded);
            if (expressed.isAfter(at) || !expressed.isAfter(lastLeft)) {
                continue;
            }
            if (recorded.fact() instanceof Decided decided
                    && decided.purposeId().equals(purpose.purposeId())) {
                decisions.add(new Decision(
                        expressed, recorded.position(), decided.outcome().name(), 0));
            }
            if (recorded.fact() instanceof Accepted accepted) {
                for (var made : accepted.decisions()) {
                    if (made.purposeId().equals(purpose.purposeId())) {
                        decisions.add(new Decision(
                                expressed,
                                recorded.position(),
                                made.decision().name(),
                                accepted.edition().value()));
                    }
                }
            }
        }
        decisions.sort(Comparator.comparing(Decision::at).thenComparingLong(Decision::position));
        if (decisions.isEmpty()) {
            return "NOT_ASKED null";
        }
        var last = decisions.getLast();
        if (!last.outcome().equals("GIVEN")) {
            return last.outcome() + " DECISION";
        }
        int known = last.shown();
        for (var named : editionNamedFrom.entrySet()) {
            if (!named.getKey().isAfter(last.at())) {
                known = Math.max(last.shown(), named.getValue());
            }
        }
        return changedAfter(known, purpose) ? "RENEWAL_REQUIRED DECISION" : "CONSENTED DECISION";
    }

    /** Whether some suspension began and was not lifted. */
    public boolean suspended() {
        for (var fact : suspensions) {
            if (fact instanceof Suspended suspended && !suspended.from().isAfter(at)) {
                boolean lifted = false;
                for (var other : suspensions) {
                    lifted |= other instanceof SuspensionLifted lifting
                            && lifting.requestId().equals(suspended.requestId())
                            && !lifting.from().isAfter(at);
                }
                if (!lifted) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether data may be used for a purpose of the edition. */
    public boolean permits(PurposeOfUse purpose) {
        var state = state(purpose);
        if (state.startsWith("REQUIRED_BY_LAW")) {
            return true;
        }
        return state.startsWith("CONSENTED") && !suspended() && !(purpose.thirdParties() && state.endsWith("NOTICE"));
    }

    public String mode() {
        return mode;
    }

    /** 0 where none ever applied. */
    public int edition() {
        return edition;
    }

    @Nullable
    public Instant since() {
        return since;
    }

    /** What to ask, in the order in which it is asked. */
    public List<String> due() {
        var due = new ArrayList<String>();
        if (mode.equals("ENDED")) {
            return due;
        }
        int inForce = 0;
        int announced = 0;
        for (var published : editions.values()) {
            int number = published.edition().value();
            if (!published.effectiveFrom().isAfter(at)) {
                inForce = number;
            } else if (published.change().procedure() == Change.Procedure.ACCEPTANCE) {
                announced = number;
            }
        }
        boolean grace = false;
        if (inForce != 0 && !mode.equals("NONE")) {
            var day = Objects.requireNonNull(editions.get(inForce))
                    .effectiveFrom()
                    .atZone(zone)
                    .toLocalDate();
            grace = at.atZone(zone).toLocalDate().isBefore(day.plusDays(graceDays));
        }
        if (inForce > edition && !answered(inForce) && !grace) {
            due.add("ACCEPT " + inForce);
        }
        if (announced > edition && !answered(announced)) {
            due.add("ACCEPT " + announced);
        }
        if (edition == 0 || grace) {
            return due;
        }
        for (var purpose : Objects.requireNonNull(editions.get(edition)).purposes()) {
            var state = state(purpose);
            if (state.startsWith("RENEWAL_REQUIRED")) {
                due.add("RENEW " + purpose.purposeId());
            } else if (state.startsWith("NOT_ASKED") && decisionRequired) {
                due.add("DECIDE " + purpose.purposeId());
            }
        }
        return due;
    }

    public static List<String> due(Standing standing) {
        return standing.due().stream()
                .map(due -> switch (due) {
                    case Standing.Due.AcceptEdition accept -> "ACCEPT " + accept.edition();
                    case Standing.Due.RenewPurpose renew -> "RENEW " + renew.purposeId();
                    case Standing.Due.DecidePurpose decide -> "DECIDE " + decide.purposeId();
                })
                .toList();
    }

    private boolean answered(int asked) {
        for (var recorded : facts) {
            int number = switch (recorded.fact()) {
                case Accepted accepted -> accepted.edition().value();
                case Refused refused -> refused.edition().value();
                case Decided _, Left _, Annulled _, Suspended _, SuspensionLifted _ -> 0;
            };
            if (number == asked && !when(recorded).isAfter(at)) {
                return true;
            }
        }
        return false;
    }

    private record Decision(Instant at, long position, String outcome, int shown) {}

    private Instant when(Recorded<CustomerFact> recorded) {
        var expressed = switch (recorded.fact()) {
            case Accepted accepted -> accepted.expressed();
            case Refused refused -> refused.expressed();
            case Decided decided -> decided.expressed();
            case Left left -> left.expressed();
            case Annulled _, Suspended _, SuspensionLifted _ ->
                throw new IllegalStateException("no act of the customer");
        };
        var day = expressed.at().atZone(zone).toLocalDate();
        return switch (expressed.precision()) {
            case INSTANT -> expressed.at();
            case DAY -> day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1000);
            case MONTH ->
                day.plusMonths(1)
                        .withDayOfMonth(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .minusNanos(1000);
            case UNKNOWN -> recorded.recordedAt();
        };
    }

    static Map<String, String> states(Standing standing) {
        var states = new HashMap<String, String>();
        standing.purposes()
                .forEach(purpose ->
                        states.put(purpose.purpose().purposeId().value(), purpose.state() + " " + purpose.basis()));
        return states;
    }
}
