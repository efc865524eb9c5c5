package org.consentledger.command.agreement;

import static org.consentledger.command.agreement.ActBody.given;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.consentledger.command.platform.Idempotency;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.command.platform.RecordOfThePast;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.command.platform.RecordsOfThePast;
import org.consentledger.command.platform.SourceBody;
import org.consentledger.command.platform.StrictBodies;
import org.consentledger.events.CustomerId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Makes of the rows of an import the commands that the API makes of bodies; what they may say is the same. */
@Component
class PastRecords implements RecordsOfThePast {
    private final StrictBodies bodies;
    private final RecordedTerms ledger;
    private final Idempotency idempotency;
    private final InstantSource clock;

    PastRecords(StrictBodies bodies, RecordedTerms ledger, Idempotency idempotency, InstantSource clock) {
        this.bodies = bodies;
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** What a row can be. */
    private enum Kind {
        ACCEPTANCE,
        REFUSAL;

        static final Set<String> NAMES =
                Arrays.stream(values()).map(Kind::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> kinds() {
        return Kind.NAMES;
    }

    @Override
    public RecordOfThePast read(String kind, CustomerId customerId, ObjectNode row) {
        return switch (Kind.valueOf(kind)) {
            case ACCEPTANCE -> {
                var act = act(row);
                var body = act.body();
                var command =
                        new AcceptEdition(customerId, body.shown(), body.act(clock.instant()), body.decisionsAsGiven());
                yield record(kind, customerId, act, command);
            }
            case REFUSAL -> {
                var act = act(row);
                var body = act.body();
                body.refuseDecisions();
                var command = new RefuseEdition(customerId, body.shown(), body.act(clock.instant()));
                yield record(kind, customerId, act, command);
            }
        };
    }

    /** @param digestTaken whether the body has the edition's digest without the row having said so */
    private record PastAct(ActBody body, SourceBody source, boolean digestTaken) {}

    private PastAct act(ObjectNode row) {
        var time = PastTime.takeFrom(row);
        var body = bodies.read(ActBody.class, row);
        if (body.presentation() != null) {
            throw new Malformed("/presentation", Fault.UNKNOWN_MEMBER);
        }
        var source = given("/source", body.source());
        var edition = given("/edition", body.edition());
        var terms = ledger.with(edition, given("/termsId", body.termsId()));
        var digest = terms.edition(edition).digest();
        return new PastAct(body.completed(time.in(terms.timeZone()), digest), source, body.digest() == null);
    }

    private RecordOfThePast record(String kind, CustomerId customerId, PastAct act, Object command) {
        var claim = idempotency.claimOfSource(customerId, act.source().reference(), "IMPORT " + kind, act.body());
        return new RecordOfThePast(customerId, claim, command, act.digestTaken());
    }
}
