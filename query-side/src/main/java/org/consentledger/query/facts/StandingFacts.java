package org.consentledger.query.facts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.Progress.Found;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.TermsFact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the projection. */
@Repository
class StandingFacts {
    private static final String INSERT_TERMS_FACTS = """
            insert into query.standing_terms_fact (terms_id, position, event_id, recorded_at, kind, fact)
            select * from unnest(:termsId::text[], :position::bigint[], :eventId::text[],
                                 :recordedAt::timestamptz[], :kind::text[], :fact::jsonb[])""";

    private static final String INSERT_CUSTOMER_FACTS = """
            insert into query.standing_customer_fact
                   (terms_id, customer_id, position, event_id, recorded_at, kind, fact)
            select * from unnest(:termsId::text[], :customerId::text[], :position::bigint[], :eventId::text[],
                                 :recordedAt::timestamptz[], :kind::text[], :fact::jsonb[])""";

    /** One statement, hence one snapshot: how far the projection is, and what it knows. */
    private static final String FIND = """
            select reached.position as reached, fact.*
            from query.reached
            left join (
                select null as customer_id, position, event_id, recorded_at, kind, fact
                from query.standing_terms_fact
                where terms_id = :termsId and position >= :termsFrom and position < :size
                union all
                select customer_id, position, event_id, recorded_at, kind, fact
                from query.standing_customer_fact
                where terms_id in (:termsId, :allTerms) and customer_id = :customerId and position < :size
            ) fact on true
            where reached.projection = :projection
            order by fact.position""";

    private final JdbcClient jdbc;

    StandingFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of a customer and, from a position on, of the terms; both in ledger order. */
    record Known(List<Recorded<TermsFact>> terms, List<Recorded<CustomerFact>> customer) {}

    /** Looks among the first {@code size} leaves. */
    Found<Known> find(TermsId termsId, CustomerId customerId, long termsFrom, long size) {
        long[] reached = {-1};
        var rows = new ArrayList<FactRow>();
        jdbc.sql(FIND)
                .param("termsId", termsId.value())
                .param("allTerms", FactRow.ALL_TERMS)
                .param("customerId", customerId.value())
                .param("termsFrom", termsFrom)
                .param("size", size)
                .param("projection", StandingProjection.NAME)
                .query(row -> {
                    reached[0] = row.getLong("reached");
                    if (row.getString("kind") != null) {
                        rows.add(new FactRow(
                                termsId.value(),
                                row.getString("customer_id"),
                                new Leaf(
                                        row.getString("event_id"),
                                        row.getLong("position"),
                                        row.getObject("recorded_at", OffsetDateTime.class)
                                                .toInstant()),
                                row.getString("kind"),
                                row.getString("fact")));
                    }
                });
        return new Found<>(
                reached[0],
                new Known(
                        rows.stream()
                                .filter(row -> row.customerId() == null)
                                .map(FactRow::termsFact)
                                .toList(),
                        rows.stream()
                                .filter(row -> row.customerId() != null)
                                .map(FactRow::customerFact)
                                .toList()));
    }

    void insertTermsFacts(List<FactRow> rows) {
        insert(INSERT_TERMS_FACTS, rows).update();
    }

    void insertCustomerFacts(List<FactRow> rows) {
        insert(INSERT_CUSTOMER_FACTS, rows)
                .param("customerId", texts(rows, row -> Objects.requireNonNull(row.customerId())))
                .update();
    }

    void deleteAll() {
        jdbc.sql("delete from query.standing_terms_fact").update();
        jdbc.sql("delete from query.standing_customer_fact").update();
    }

    private JdbcClient.StatementSpec insert(String sql, List<FactRow> rows) {
        return jdbc.sql(sql)
                .param("termsId", texts(rows, FactRow::termsId))
                .param(
                        "position",
                        rows.stream().map(row -> row.leaf().position()).toArray(Long[]::new))
                .param("eventId", texts(rows, row -> row.leaf().eventId()))
                .param("recordedAt", texts(rows, row -> text(row.leaf().recordedAt())))
                .param("kind", texts(rows, FactRow::kind))
                .param("fact", texts(rows, FactRow::fact));
    }

    private static String[] texts(List<FactRow> rows, Function<FactRow, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static String text(Instant time) {
        return time.toString();
    }
}
