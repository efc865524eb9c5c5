package org.consentledger.query.accesses;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import javax.sql.DataSource;
import org.consentledger.events.CustomerId;
import org.consentledger.events.customer.LegalHoldPlaced;
import org.consentledger.events.customer.LegalHoldReleased;
import org.consentledger.ledger.reading.LedgerReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes the records of who looked once nobody needs them any longer, for {@code ./ledger retention}. Those of a customer
 * under a legal hold stay.
 */
public final class AccessRetention {
    /** As long as whoever learns of a wrong may claim damages for it (Civil Code 724, no. 1). */
    public static final Period USUAL = Period.ofYears(3);

    private static final Period LEAST = Period.ofYears(1);
    private static final String OVER = """
            from query.access_record
            where looked_at < :end and (customer_id is null or customer_id <> all(:held))""";

    private final JdbcClient jdbc;
    private final LedgerReader ledger;

    public AccessRetention(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.ledger = LedgerReader.closed(dataSource);
    }

    /**
     * Reads how long records are kept.
     *
     * @param text an ISO 8601 period of years, months and days, such as {@code P3Y}
     * @throws IllegalArgumentException where it is none, or less than a year
     */
    public static Period period(String text) {
        try {
            var period = Period.parse(text);
            var someDay = LocalDate.EPOCH;
            if (!someDay.plus(period).isBefore(someDay.plus(LEAST))) {
                return period;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no period of years, months and days: " + text, e);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("no period that ends: " + text, e);
        }
        throw new IllegalArgumentException("records of who looked are kept for a year at least, not " + text);
    }

    /** How many records are older than that, counted in UTC, and under no legal hold. */
    public long over(Period kept, Instant now) {
        return bound("select count(*) " + OVER, kept, now).query(Long.class).single();
    }

    /** Deletes them for good and says how many. */
    public long delete(Period kept, Instant now) {
        return bound("delete " + OVER, kept, now).update();
    }

    private JdbcClient.StatementSpec bound(String sql, Period kept, Instant now) {
        return jdbc.sql(sql)
                .param("end", OffsetDateTime.ofInstant(now, ZoneOffset.UTC).minus(kept))
                .param("held", held().toArray(String[]::new));
    }

    /** By the ledger itself, since a projection may lag; each hold is released once. */
    private List<String> held() {
        long size = ledger.size();
        var standing = new HashMap<CustomerId, Integer>();
        ledger.ofType(LegalHoldPlaced.class, 0, size)
                .forEach(placed -> standing.merge(placed.customerId(), 1, Integer::sum));
        ledger.ofType(LegalHoldReleased.class, 0, size)
                .forEach(released -> standing.merge(released.customerId(), -1, Integer::sum));
        return standing.entrySet().stream()
                .filter(customer -> customer.getValue() > 0)
                .map(customer -> customer.getKey().value())
                .toList();
    }
}
