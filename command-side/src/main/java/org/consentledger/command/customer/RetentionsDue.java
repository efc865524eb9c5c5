package org.consentledger.command.customer;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.DepartedCustomers;
import org.consentledger.command.platform.ErasureLimits;
import org.consentledger.command.platform.Idempotency;
import org.consentledger.command.platform.IdempotencyKey;
import org.consentledger.command.platform.RecordedCustomers;
import org.consentledger.events.CustomerId;
import org.consentledger.standing.Retention;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Customers who left and of whom nothing need be kept any longer, held against the same rules as a request for erasure. An
 * erasure of theirs is asked for by the end of the retention, and approved by who has it carried out.
 */
@Component
public final class RetentionsDue {
    private static final String REASON = "保存期間の満了 (the retention is over)";
    private static final IdempotencyKey ASKED = new IdempotencyKey("ledger-retention:request");
    private static final IdempotencyKey APPROVED = new IdempotencyKey("ledger-retention:approval");

    private final DepartedCustomers departed;
    private final StandingsOfCustomer standings;
    private final RecordedCustomers customers;
    private final Commands commands;
    private final Idempotency idempotency;
    private final ErasureLimits limits;
    private final InstantSource clock;

    RetentionsDue(
            DepartedCustomers departed,
            StandingsOfCustomer standings,
            RecordedCustomers customers,
            Commands commands,
            Idempotency idempotency,
            ErasureLimits limits,
            InstantSource clock) {
        this.departed = departed;
        this.standings = standings;
        this.customers = customers;
        this.commands = commands;
        this.idempotency = idempotency;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A customer who left.
     *
     * @param last the retention that ends last; {@code null} where the terms keep nothing
     * @param hindrance why the personal data cannot be erased now; {@code null} where they are due
     */
    public record Departed(
            CustomerId customerId,
            @Nullable Retention last,
            @Nullable Code hindrance) {

        public boolean isDue() {
            return hindrance == null;
        }
    }

    /** Everybody who ever left and is not erased, in the order of leaving. */
    public List<Departed> departed() {
        return departed.all().stream().map(this::look).flatMap(Optional::stream).toList();
    }

    private Optional<Departed> look(CustomerId customerId) {
        var now = clock.instant();
        var hindrance = hindrance(new RequestErasure(customerId, REASON, now));
        if (hindrance == Code.CUSTOMER_ERASED) {
            return Optional.empty();
        }
        var last = standings.everywhere(customerId, now, termsId -> customers.departures(customerId, termsId)).stream()
                .flatMap(one -> one.retentions().stream())
                .max(Comparator.comparing(Retention::keptUntil))
                .orElse(null);
        return Optional.of(new Departed(customerId, last, hindrance));
    }

    private @Nullable Code hindrance(RequestErasure request) {
        try {
            commands.tryOut(List.of(), request);
            return null;
        } catch (CommandRejected rejected) {
            return rejected.code();
        }
    }

    /**
     * Erases the personal data of one who is due.
     *
     * @return when the erasure is final at the latest, UTC
     * @throws CommandRejected where something stands against it by now
     */
    public @Nullable Instant erase(CustomerId customerId) {
        var now = clock.instant();
        var asked = commands.sendOnce(
                idempotency.claim(customerId, ASKED, "retention", REASON),
                () -> new RequestErasure(customerId, REASON, now));
        String erasureId = asked.last().eventId();
        var erased = commands.sendOnce(
                idempotency.claim(customerId, APPROVED, Idempotency.approvalOf(erasureId), ""),
                () -> new ApproveErasure(customerId, erasureId, now));
        return limits.finalBy(erased.last().recordedAt());
    }
}
