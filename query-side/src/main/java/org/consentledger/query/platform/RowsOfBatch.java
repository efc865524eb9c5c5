package org.consentledger.query.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Collects what the events of one batch amount to, and writes it at once, in the transaction of the batch's token. */
public final class RowsOfBatch<R> {
    private final String resource;
    private final Consumer<List<R>> write;

    /**
     * Collects rows of one table.
     *
     * @param table names the rows within the batch
     * @param write called once a batch, before its commit
     */
    public RowsOfBatch(String table, Consumer<List<R>> write) {
        this.resource = "rows of " + table;
        this.write = write;
    }

    public void add(R row) {
        var batch = CurrentUnitOfWork.get();
        List<R> rows = batch.getOrComputeResource(resource, _ -> {
            List<R> added = new ArrayList<>();
            batch.onPrepareCommit(_ -> write.accept(added));
            return added;
        });
        rows.add(row);
    }
}
