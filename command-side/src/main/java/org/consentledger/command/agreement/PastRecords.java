package org.consentledger.command.agreement;

import static org.consentledger.command.agreement.ActBody.given;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.command.platform.PastRows;
import org.consentledger.command.platform.RecordOfThePast;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.command.platform.RecordsOfThePast;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.CustomerId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Makes of the rows of an import the commands that the API makes of bodies; what they may say is the same. */
@Component
class PastRecords implements RecordsOfThePast {
    private final PastRows rows;
    private final RecordedTerms ledger;
    private final InstantSource clock;

    PastRecords(PastRows rows, RecordedTerms ledger, InstantSource clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What a row can be. */
    private enum Kind {
        ACCEPTANCE,
        REFUSAL,
        CONSENT;

        static final Set<String> NAMES =
                Arrays.stream(values()).map(Kind::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> kinds() {
        return Kind.NAMES;
    }

    @Override
    public RecordOfThePast read(String kind, CustomerId customerId, ObjectNode row) {
        var now = clock.instant();
        return switch (Kind.valueOf(kind)) {
            case ACCEPTANCE -> {
                var body = rows.read(ActBody.class, row);
                var whole = withDigest(body);
                var command = new AcceptEdition(customerId, whole.shown(), whole.act(now), whole.decisionsAsGiven());
                yield rows.record(
                        kind, customerId, body.termsId(), body.source(), whole, command, body.digest() == null);
            }
            case REFUSAL -> {
                var body = rows.read(ActBody.class, row);
                body.refuseDecisions();
                var whole = withDigest(body);
                var command = new RefuseEdition(customerId, whole.shown(), whole.act(now));
                yield rows.record(
                        kind, customerId, body.termsId(), body.source(), whole, command, body.digest() == null);
            }
            case CONSENT -> {
                var body = rows.read(ConsentBody.class, row);
                yield rows.record(
                        kind, customerId, body.termsId(), body.source(), body, body.command(customerId, now), false);
            }
        };
    }

    /** An old record seldom has a digest of what was shown; the edition that it names has one. */
    private ActBody withDigest(ActBody body) {
        if (body.presentation() != null) {
            throw new Malformed("/presentation", Fault.UNKNOWN_MEMBER);
        }
        return body.digest() == null ? body.withDigest(digestOf(body)) : body;
    }

    private ContentDigest digestOf(ActBody body) {
        var termsId = given("/termsId", body.termsId());
        var edition = given("/edition", body.edition());
        var remembered = ledger.remembered(termsId).published().get(edition);
        return remembered == null ? ledger.of(termsId).edition(edition).digest() : remembered.digest();
    }
}
