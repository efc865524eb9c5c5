package org.consentledger.query.erasures;

import java.util.List;
import java.util.Objects;
import org.consentledger.events.CustomerId;
import org.consentledger.query.platform.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The rows of the projection. */
@Repository
class Erasures {
    /** A customer is erased once at most. */
    private static final String FIND = """
            select position, customer_id, state, case state when 'APPROVED' then done end as approved
            from (
                select requested.position, requested.customer_id, erased.position as done,
                       case when erased.position is null then 'WAITING'
                            when erased.erasure_id = requested.erasure_id then 'APPROVED'
                            else 'OVERTAKEN' end as state
                from tables.erasure requested
                left join tables.erasure erased
                  on erased.customer_id = requested.customer_id and erased.approves and erased.position < :size
                where not requested.approves and requested.position > :after and requested.position < :size) erasure
            where (:state::text is null or state = :state)
              and (:customer::text is null or customer_id = :customer)
            order by position
            limit :limit""";

    private final Tables tables;

    Erasures(Tables tables) {
        this.tables = tables;
    }

    /**
     * Where an erasure stands in the ledger.
     *
     * @param requested leaf index of the event by which it was asked for
     * @param approved of the one by which it was done; {@code null} where it was not
     */
    record Found(
            long requested,
            CustomerId customerId,
            ErasureState state,
            @Nullable Long approved) {}

    /**
     * The erasures asked for among the first {@code size} leaves after a leaf, the oldest first.
     *
     * @param customerId whose; {@code null} for anybody's
     * @param state {@code null} for any
     */
    List<Found> find(@Nullable CustomerId customerId, @Nullable ErasureState state, long after, long size, int limit) {
        return tables.sql(FIND)
                .param("customer", customerId == null ? null : customerId.value())
                .param("state", state == null ? null : state.name())
                .param("after", after)
                .param("size", size)
                .param("limit", limit)
                .query((row, _) -> new Found(
                        row.getLong("position"),
                        new CustomerId(Objects.requireNonNull(row.getString("customer_id"))),
                        ErasureState.valueOf(row.getString("state")),
                        row.getObject("approved", Long.class)))
                .list();
    }

    void insert(long position, CustomerId customerId, String erasureId, boolean approves) {
        tables.sql("insert into tables.erasure (position, customer_id, erasure_id, approves) values (?, ?, ?, ?)")
                .params(position, customerId.value(), erasureId, approves)
                .update();
    }
}
