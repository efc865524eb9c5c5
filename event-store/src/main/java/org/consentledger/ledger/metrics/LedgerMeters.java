package org.consentledger.ledger.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.consentledger.ledger.rows.FigureRows;

/** Whether the database answers; how large the ledger is, how far and how recently it was signed and time-stamped. */
public final class LedgerMeters implements MeterBinder {
    private final FigureRows rows;
    private final AskedFigures asked;

    public LedgerMeters(FigureRows rows, AskedFigures asked) {
        this.rows = rows;
        this.asked = asked;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ledger.database.up", () -> asked.isAnswered(rows::size) ? 1 : 0)
                .description("1 where the database answers this process in time, else 0")
                .register(registry);
        leaves("ledger.size", "leaves of the ledger", rows::size, registry);
        leaves("ledger.signed.size", "leaves under the newest checkpoint", rows::signedSize, registry);
        age("ledger.checkpoint.age", "since the last leaf that is signed was recorded", rows::checkpointAge, registry);
        age("ledger.timestamp.age", "since the last time stamp was recorded", rows::timestampAge, registry);
    }

    private void leaves(String name, String what, Supplier<Number> figure, MeterRegistry registry) {
        Gauge.builder(name, asked.inTime(figure))
                .baseUnit("leaves")
                .description(what)
                .register(registry);
    }

    /** There is none before the first; then it is not a number. */
    private void age(String name, String what, Supplier<Number> seconds, MeterRegistry registry) {
        TimeGauge.builder(name, asked.inTime(seconds), TimeUnit.SECONDS)
                .description(what)
                .register(registry);
    }
}
