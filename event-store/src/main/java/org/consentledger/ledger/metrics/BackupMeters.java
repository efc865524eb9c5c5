package org.consentledger.ledger.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.consentledger.ledger.rows.BackupRows;

/** Whether there is something to restore the database from, for whoever is called when there is not. */
public final class BackupMeters implements MeterBinder {
    private final BackupRows rows;
    private final AskedFigures asked;

    public BackupMeters(BackupRows rows, AskedFigures asked) {
        this.rows = rows;
        this.asked = asked;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        seconds(
                "ledger.wal.unarchived",
                "for which the oldest finished file of WAL has waited to be archived; 0 where none waits",
                rows::unarchived,
                registry);
        seconds(
                "ledger.base.backup.age",
                "since the last base backup was done; infinite where WAL is archived and there is none",
                rows::baseBackupAge,
                registry);
    }

    private void seconds(String name, String what, Supplier<Number> figure, MeterRegistry registry) {
        TimeGauge.builder(name, asked.inTime(figure), TimeUnit.SECONDS)
                .description(what)
                .register(registry);
    }
}
