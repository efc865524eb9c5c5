package org.consentledger.command.customer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.consentledger.command.customer.DepartureController.DepartureBody;
import org.consentledger.command.platform.PastRows;
import org.consentledger.command.platform.RecordOfThePast;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.command.platform.RecordsOfThePast;
import org.consentledger.command.platform.RegisteredTerms;
import org.consentledger.events.CustomerId;
import org.consentledger.events.DatePrecision;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Makes of the rows of an import the command that the API makes of the body of a departure. */
@Component
class PastDepartures implements RecordsOfThePast {
    private static final Set<DatePrecision> DAY_OR_MONTH = EnumSet.of(DatePrecision.DAY, DatePrecision.MONTH);

    private final PastRows rows;
    private final RegisteredTerms registered;
    private final RecordedTerms terms;
    private final InstantSource clock;

    PastDepartures(PastRows rows, RegisteredTerms registered, RecordedTerms terms, InstantSource clock) {
        this.rows = rows;
        this.registered = registered;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("DEPARTURE");
    }

    @Override
    public RecordOfThePast read(String kind, CustomerId customerId, ObjectNode row) {
        var body = rows.read(DepartureBody.class, row);
        var now = clock.instant();
        var told = isOfToday(body, now) ? body.expressed(now) : body;
        return rows.record(kind, customerId, body.termsId(), body.source(), body, told.command(customerId, now), false);
    }

    /** Whether it tells a day or month that has begun by an instant in it that has not come. */
    private boolean isOfToday(DepartureBody body, Instant now) {
        var instant = body.expressedAt();
        return instant != null
                && instant.isAfter(now)
                && body.termsId() == null
                && body.source() != null
                && DAY_OR_MONTH.contains(body.source().datePrecision())
                && registered.all().stream()
                        .map(termsId -> terms.remembered(termsId).timeZone())
                        .anyMatch(zone -> LocalDate.ofInstant(instant, zone).equals(LocalDate.ofInstant(now, zone)));
    }
}
