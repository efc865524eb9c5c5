package org.consentledger.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.Decision;
import org.consentledger.events.terms.Change.Ground;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.PurposeOfUse.Mode;

/** The parts of the decision table about days of grace and about purposes of use. */
final class DecisionTableDetails {
    private static final int GRACE_DAYS = 14;

    private DecisionTableDetails() {}

    /** When edition 2, which needs acceptance, is asked for under terms with days of grace. */
    static String grace() {
        var change = new ChangeOfEdition(
                ChangeOfEdition.UNDER_THE_CIVIL_CODE, Procedure.ACCEPTANCE, Ground.REASONABLE, true);
        var bound = change.ledger(
                new Ledger(false, GRACE_DAYS), true, ChangeOfEdition.NO_PURPOSES, ChangeOfEdition.NO_PURPOSES);
        var stranger = change.ledger(
                new Ledger(false, GRACE_DAYS), false, ChangeOfEdition.NO_PURPOSES, ChangeOfEdition.NO_PURPOSES);
        var first = change.lastBefore().plusNanos(1000);
        var end = first.plus(Duration.ofDays(GRACE_DAYS));
        var instants = new LinkedHashMap<String, Instant>();
        instants.put("the last instant before edition 2 takes effect", change.lastBefore());
        instants.put("the first instant of its day", first);
        instants.put("the last instant of the " + GRACE_DAYS + "th day", end.minusNanos(1000));
        instants.put("the first instant of the day after", end);
        var text = new StringBuilder(String.format(Locale.ROOT, """

                ## Days of grace

                Terms with `graceDays: %d`, a change that needs acceptance, a customer who says nothing:

                | at | due, bound to edition 1 | due, never accepted anything |
                |---|---|---|
                """, GRACE_DAYS));
        instants.forEach((name, at) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s |%n",
                name,
                due(bound.standing(at.toString())),
                due(stranger.standing(at.toString())))));
        return text.toString();
    }

    /** What becomes of purposes once edition 2 has taken effect, by notice or because the customer accepted it. */
    static String purposes() {
        var text = new StringBuilder("""

                ## Purposes of use

                The customer accepted edition 1 and decided then on the purpose where it is voluntary. A month after edition 2 took effect,
                by a change under which a notice in time was enough; the terms ask for a decision on each voluntary purpose:

                | purpose | in edition 2 | decided with edition 1 | silent on 2: state, basis | due | accepted 2: state, basis | due |
                |---|---|---|---|---|---|---|
                """);
        for (var mode : Mode.values()) {
            for (boolean changed : new boolean[] {false, true}) {
                var decisions = mode == Mode.VOLUNTARY ? List.of("GIVEN", "REFUSED", "—") : List.of("—");
                decisions.forEach(decision -> text.append(String.format(
                        Locale.ROOT,
                        "| `%s` | %s | %s | %s | %s |%n",
                        mode,
                        changed ? "materially changed" : "the same",
                        decision,
                        purpose(mode, changed, decision, false),
                        purpose(mode, changed, decision, true))));
            }
        }
        return text.toString();
    }

    private static String purpose(Mode mode, boolean changed, String decision, boolean accepted) {
        var change =
                new ChangeOfEdition(ChangeOfEdition.UNDER_THE_CIVIL_CODE, Procedure.NOTICE, Ground.REASONABLE, true);
        var purpose = Ledger.purpose("p", mode);
        var second = changed ? Ledger.changed(purpose) : purpose;
        var ledger = change.ledger(new Ledger(true), false, new PurposeOfUse[] {purpose}, new PurposeOfUse[] {second});
        Map<String, Decision> decided = decision.equals("—") ? Map.of() : Map.of("p", Decision.valueOf(decision));
        ledger.accepts(1, change.instant(-340).toString(), DatePrecision.INSTANT, decided);
        if (accepted) {
            ledger.accepts(2, change.instant(-10).toString());
        }
        var standing = ledger.standing(change.instant(30).toString());
        var stands = standing.purposes().getFirst();
        return "`" + stands.state() + "`, " + (stands.basis() == null ? "—" : "`" + stands.basis() + "`") + " | "
                + due(standing);
    }

    static String due(Standing standing) {
        var due = NaiveStanding.due(standing);
        return due.isEmpty() ? "—" : String.join(", ", due);
    }
}
