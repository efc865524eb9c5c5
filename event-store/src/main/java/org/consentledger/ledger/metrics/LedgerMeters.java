package org.consentledger.ledger.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.consentledger.ledger.rows.FigureRows;

/** How large the ledger is, and how far and how recently it was signed and time-stamped; read from the database. */
public final class LedgerMeters implements MeterBinder {
    private final FigureRows rows;

    public LedgerMeters(FigureRows rows) {
        this.rows = rows;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        leaves("ledger.size", "leaves of the ledger", rows::size, registry);
        leaves("ledger.signed.size", "leaves under the newest checkpoint", rows::signedSize, registry);
        age("ledger.checkpoint.age", "since the last leaf that is signed was recorded", rows::checkpointAge, registry);
        age("ledger.timestamp.age", "since the last time stamp was recorded", rows::timestampAge, registry);
    }

    private static void leaves(String name, String what, Supplier<Number> figure, MeterRegistry registry) {
        Gauge.builder(name, figure).baseUnit("leaves").description(what).register(registry);
    }

    /** There is none before the first; then it is not a number. */
    private static void age(String name, String what, Supplier<Number> seconds, MeterRegistry registry) {
        TimeGauge.builder(name, seconds, TimeUnit.SECONDS).description(what).register(registry);
    }
}
