package org.consentledger.command.platform;

import java.util.UUID;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.consentledger.ledger.append.LedgerOverloaded;
import org.consentledger.ledger.append.LedgerUnavailable;
import org.consentledger.ledger.append.OutcomeUnknown;
import org.consentledger.ledger.append.WritesSuspended;
import org.consentledger.ledger.personal.MasterKeyMissing;
import org.consentledger.ledger.serializer.NotOfThisRelease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** What goes wrong without being the fault of who asked, in the codes that he knows. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** The code for it. What nobody foresaw is logged under an id, and that is all the answer tells. */
    public static CommandRejected asRejection(Exception failure) {
        return switch (failure) {
            case CommandRejected rejected -> rejected;
            case LedgerOverloaded _,
                    LedgerUnavailable _,
                    LockAcquisitionFailedException _,
                    TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    DataAccessResourceFailureException _ -> {
                LOG.warn("refused for now: {}", failure.toString());
                yield new CommandRejected(Code.UNAVAILABLE);
            }
            case MasterKeyMissing _ -> {
                LOG.error("nothing that could name a person can be sealed", failure);
                yield new CommandRejected(Code.UNAVAILABLE);
            }
            case NotOfThisRelease _ -> {
                LOG.error("another process, of a newer release, can do it", failure);
                yield new CommandRejected(Code.UNAVAILABLE);
            }
            case WritesSuspended _ -> {
                LOG.warn("refused until an operator has looked: {}", failure.toString());
                yield new CommandRejected(Code.WRITES_SUSPENDED);
            }
            case OutcomeUnknown _ -> {
                LOG.warn("outcome unknown", failure);
                yield new CommandRejected(Code.OUTCOME_UNKNOWN);
            }
            default -> {
                String id = "urn:uuid:" + UUID.randomUUID();
                LOG.error("unforeseen failure {}", id, failure);
                yield new CommandRejected(Code.INTERNAL, id);
            }
        };
    }
}
