package org.consentledger.ledger.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.consentledger.ledger.append.CommittedGroup;
import org.consentledger.ledger.append.Covering;
import org.consentledger.ledger.append.Signing;

/** Signs as another one does, and counts what it is told of: the groups that were committed, and their sizes. */
public final class MeteredSigning implements Signing {
    private static final double[] SIZES = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};

    private final Signing signing;
    private final DistributionSummary groups;

    public MeteredSigning(Signing signing, MeterRegistry registry) {
        this.signing = signing;
        this.groups = DistributionSummary.builder("ledger.append.group")
                .description("events that were committed together")
                .baseUnit("events")
                .serviceLevelObjectives(SIZES)
                .register(registry);
    }

    @Override
    public void admit() {
        signing.admit();
    }

    @Override
    public CompletableFuture<Optional<Covering>> cover(CommittedGroup group) {
        groups.record(group.leaves().size());
        return signing.cover(group);
    }
}
