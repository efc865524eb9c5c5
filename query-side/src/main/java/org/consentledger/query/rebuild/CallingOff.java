package org.consentledger.query.rebuild;

import java.util.Objects;
import java.util.Optional;
import org.consentledger.query.platform.Generation;
import org.consentledger.query.platform.GenerationTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends a rebuilding that cannot end, or is not wanted any more, between two of its batches, whichever process is at it: the
 * tables made so far go, those that serve are left alone.
 */
@Component
class CallingOff {
    private static final Logger LOG = LoggerFactory.getLogger(CallingOff.class);

    private final Rebuilds rebuilds;
    private final GenerationTables tables;
    private final TransactionTemplate transaction;

    CallingOff(Rebuilds rebuilds, GenerationTables tables, PlatformTransactionManager transactions) {
        this.rebuilds = rebuilds;
        this.tables = tables;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether there was one under way. */
    boolean callOff(String projection) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var underWay = underWay(projection);
            underWay.ifPresent(this::callOff);
            return underWay.isPresent();
        }));
    }

    /** Nobody else changes it until the transaction ends. */
    private Optional<Rebuild> underWay(String projection) {
        return rebuilds.find(projection).map(_ -> rebuilds.locked(projection)).filter(Rebuild::isUnderWay);
    }

    private void callOff(Rebuild rebuild) {
        var generation = rebuild.generation();
        if (rebuild.state() == Rebuild.State.BUILDING && generation != null) {
            tables.drop(new Generation(rebuild.projection(), generation));
        }
        rebuilds.calledOff(rebuild.projection());
        LOG.warn(
                "the rebuilding of {} was called off at {}; the old rows serve",
                rebuild.projection(),
                rebuild.position());
    }
}
