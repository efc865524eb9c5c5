package org.consentledger.query.rebuild;

import java.util.List;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.query.platform.Projections;
import org.consentledger.query.platform.Projections.Projection;
import org.consentledger.query.platform.Serving;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/** How far the projections are, for operators, who have one rebuilt here as well. */
@Component
@Endpoint(id = "projections")
class ProjectionsEndpoint {
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final Projections projections;
    private final Serving serving;
    private final Rebuilds rebuilds;
    private final CallingOff callingOff;
    private final RebuildWorker worker;
    private final LedgerReader ledger;

    ProjectionsEndpoint(
            Projections projections,
            Serving serving,
            Rebuilds rebuilds,
            CallingOff callingOff,
            RebuildWorker worker,
            LedgerReader ledger) {
        this.projections = projections;
        this.serving = serving;
        this.rebuilds = rebuilds;
        this.callingOff = callingOff;
        this.worker = worker;
        this.ledger = ledger;
    }

    record All(List<Item> projections, long ledgerSize) {}

    /**
     * A projection.
     *
     * @param position of the last leaf that it has included; -1 for none
     * @param version that its rows are of
     * @param generation of its rows
     * @param rebuild the last one; {@code null} where there was none
     */
    record Item(
            String name,
            long position,
            int version,
            int generation,
            @Nullable Rebuild rebuild) {}

    @ReadOperation
    All all() {
        return new All(projections.all().stream().map(this::item).toList(), ledger.size());
    }

    /** @return {@code null}, which is answered with 404, where there is no such projection */
    @ReadOperation
    @Nullable
    Item one(@Selector String name) {
        return projections.named(name).map(this::item).orElse(null);
    }

    /**
     * Has a projection rebuilt beside the one that serves; where that goes on already, it goes on.
     *
     * @param acceptDifferences whether the new rows are to serve also where they answer otherwise; not unless said
     * @param callOff whether one that is under way is to end instead, and its rows to go; 409 where none is
     */
    @WriteOperation
    WebEndpointResponse<Item> rebuild(
            @Selector String name, @Nullable Boolean acceptDifferences, @Nullable Boolean callOff) {
        var projection = projections.named(name);
        if (projection.isEmpty()) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        if (Boolean.TRUE.equals(callOff)) {
            boolean wasUnderWay = callingOff.callOff(name);
            return new WebEndpointResponse<>(
                    item(projection.get()), wasUnderWay ? WebEndpointResponse.STATUS_OK : CONFLICT);
        }
        rebuilds.request(name, projection.get().version(), Boolean.TRUE.equals(acceptDifferences));
        worker.look();
        return new WebEndpointResponse<>(item(projection.get()), ACCEPTED);
    }

    private Item item(Projection projection) {
        var served = serving.of(projection.name());
        return new Item(
                projection.name(),
                served.position(),
                served.version(),
                served.generation().number(),
                rebuilds.find(projection.name()).orElse(null));
    }
}
