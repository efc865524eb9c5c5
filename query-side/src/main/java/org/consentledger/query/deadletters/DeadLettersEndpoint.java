package org.consentledger.query.deadletters;

import java.util.List;
import org.consentledger.access.Caller;
import org.consentledger.events.CustomerId;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.platform.DeadLetter;
import org.consentledger.query.platform.DeadLetters;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.Malformed;
import org.consentledger.query.platform.Malformed.Fault;
import org.consentledger.query.platform.Projections;
import org.consentledger.query.platform.Projections.Projection;
import org.consentledger.query.platform.Reference;
import org.consentledger.query.platform.Serving;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The dead letters, for operators, who have them tried again or discard them here. */
@Component
@Endpoint(id = "deadletters")
class DeadLettersEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLettersEndpoint.class);

    private static final String REASON = "/discardBecause";

    private final DeadLetters letters;
    private final Retrying retrying;
    private final Projections projections;
    private final Serving serving;
    private final AccessLog accessLog;
    private final TransactionTemplate transaction;

    DeadLettersEndpoint(
            DeadLetters letters,
            Retrying retrying,
            Projections projections,
            Serving serving,
            AccessLog accessLog,
            PlatformTransactionManager transactions) {
        this.letters = letters;
        this.retrying = retrying;
        this.projections = projections;
        this.serving = serving;
        this.accessLog = accessLog;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param deadLetters the first of each customer who waits, and those that were discarded */
    record All(List<DeadLetter> deadLetters) {}

    /**
     * What trying came to.
     *
     * @param handled events
     * @param waiting events that are left
     */
    record Retried(int handled, long waiting) {}

    @ReadOperation
    All all() {
        recordLook(null);
        return new All(letters.list(null));
    }

    /** @return {@code null}, which is answered with 404, where there is no such projection */
    @ReadOperation
    @Nullable
    All ofProjection(@Selector String projection) {
        return projections.named(projection).map(this::list).orElse(null);
    }

    private All list(Projection projection) {
        recordLook(projection.name());
        return new All(letters.list(projection.name()));
    }

    /** No header reaches an endpoint of Actuator, so that no reason is stated. */
    private void recordLook(@Nullable String projection) {
        accessLog.record(null, LookedAt.list(QuestionAsked.DEAD_LETTERS, projection));
    }

    /**
     * Has them tried again, in the order of each customer.
     *
     * @param customerId whose; {@code null} for all of the projection
     */
    @WriteOperation
    WebEndpointResponse<Retried> retry(@Selector String projection, @Nullable String customerId) {
        return projections
                .named(projection)
                .map(one -> new WebEndpointResponse<>(retry(one, customerId)))
                .orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
    }

    private Retried retry(Projection projection, @Nullable String customerId) {
        var whose = customerId == null
                ? letters.list(projection.name()).stream()
                        .filter(letter -> letter.discarded() == null)
                        .map(DeadLetter::customerId)
                        .toList()
                : List.of(Identifiers.customer("/customerId", customerId));
        int handled = whose.stream()
                .mapToInt(customer -> retryNow(projection, customer))
                .sum();
        return new Retried(handled, letters.waiting(projection.name()));
    }

    /** However lately it was tried. */
    private int retryNow(Projection projection, CustomerId customerId) {
        return retrying.retry(projection, () -> letters.first(projection.name(), customerId), () -> false);
    }

    /**
     * Has answers go on without an event, and tries what waits behind it; until the projection is rebuilt.
     *
     * @param eventId of the first letter of a customer
     * @param discardBecause a reference, such as the number of a ticket, and so no text that may name a person
     * @return the letters of the projection; 404 where no such letter waits
     * @throws Malformed where there is no reason, or none of that form
     */
    @WriteOperation
    WebEndpointResponse<All> discard(
            @Selector String projection, @Selector String eventId, @Nullable String discardBecause) {
        if (discardBecause == null) {
            throw new Malformed(REASON, Fault.MISSING);
        }
        if (!Reference.isOne(discardBecause)) {
            throw new Malformed(REASON, Fault.NOT_AN_IDENTIFIER, Reference.FORM);
        }
        var by = Caller.current()
                .orElseThrow(() -> new IllegalStateException("nobody asks"))
                .subject();
        return projections
                .named(projection)
                .filter(one -> isDiscarded(one.name(), eventId, by, discardBecause))
                .map(one -> {
                    retryBehind(one, eventId);
                    return new WebEndpointResponse<>(new All(letters.list(projection)));
                })
                .orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
    }

    /** It is answered with a list, a look at which is recorded before anything is done. */
    private boolean isDiscarded(String projection, String eventId, String by, String because) {
        recordLook(projection);
        boolean discarded = Boolean.TRUE.equals(transaction.execute(_ -> {
            serving.halted(projection);
            return letters.discard(projection, eventId, by, because);
        }));
        if (discarded) {
            LOG.warn("{} has discarded the event {} from projection {}: {}", by, eventId, projection, because);
        }
        return discarded;
    }

    private void retryBehind(Projection projection, String eventId) {
        letters.list(projection.name()).stream()
                .filter(letter -> letter.eventId().equals(eventId))
                .map(DeadLetter::customerId)
                .findFirst()
                .ifPresent(customer -> retryNow(projection, customer));
    }
}
