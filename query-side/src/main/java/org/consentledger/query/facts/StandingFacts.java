package org.consentledger.query.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.Generation;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.Progress.Found;
import org.consentledger.query.platform.Serving;
import org.consentledger.query.platform.Tables;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.TermsFact;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the projection. */
@Repository
class StandingFacts {
    private static final String INSERT_TERMS_FACTS = """
            insert into tables.standing_terms_fact (terms_id, position, event_id, recorded_at, kind, fact)
            select * from unnest(:termsId::text[], :position::bigint[], :eventId::text[],
                                 :recordedAt::timestamptz[], :kind::text[], :fact::jsonb[])""";

    private static final String INSERT_CUSTOMER_FACTS = """
            insert into tables.standing_customer_fact
                   (terms_id, customer_id, position, event_id, recorded_at, kind, fact)
            select * from unnest(:termsId::text[], :customerId::text[], :position::bigint[], :eventId::text[],
                                 :recordedAt::timestamptz[], :kind::text[], :fact::jsonb[])""";

    private static final String FACTS = """
            select null as customer_id, position, event_id, recorded_at, kind, fact
            from tables.standing_terms_fact
            where terms_id = :termsId and position >= :termsFrom and position < :size
            union all
            select customer_id, position, event_id, recorded_at, kind, fact
            from tables.standing_customer_fact
            where terms_id in (:termsId, :allTerms) and customer_id = :customerId and position < :size
            """;

    /** One statement, hence one snapshot: whether the generation serves, how far it is, and what it knows. */
    private static final String FIND = "select " + Serving.REACHED_OF_CUSTOMER + " as reached, fact.*"
            + " from query.serving left join query.reached using (projection) left join (" + FACTS + ") fact on true"
            + " where projection = :projection and generation = :generation order by fact.position";

    private final Tables tables;

    StandingFacts(Tables tables) {
        this.tables = tables;
    }

    /** What is known of a customer and, from a position on, of the terms; both in ledger order. */
    record Known(List<Recorded<TermsFact>> terms, List<Recorded<CustomerFact>> customer) {
        private static Known of(List<FactRow> rows) {
            return new Known(
                    rows.stream()
                            .filter(row -> row.customerId() == null)
                            .map(FactRow::termsFact)
                            .toList(),
                    rows.stream()
                            .filter(row -> row.customerId() != null)
                            .map(FactRow::customerFact)
                            .toList());
        }
    }

    /**
     * Looks among the first {@code size} leaves; empty where that generation does not serve.
     *
     * @param customerId {@code null} for what is known of the terms alone
     */
    Optional<Found<Known>> find(
            Generation generation, TermsId termsId, @Nullable CustomerId customerId, long termsFrom, long size) {
        long[] reached = {Long.MIN_VALUE};
        var rows = new ArrayList<FactRow>();
        Tables.reading(generation, () -> {
            ofBoth(tables.sql(FIND), termsId, customerId, termsFrom, size)
                    .param("projection", StandingProjection.NAME)
                    .param("generation", generation.number())
                    .query(row -> {
                        reached[0] = row.getLong("reached");
                        if (row.getString("kind") != null) {
                            rows.add(row(termsId, row));
                        }
                    });
            return rows;
        });
        return reached[0] == Long.MIN_VALUE ? Optional.empty() : Optional.of(new Found<>(reached[0], Known.of(rows)));
    }

    /** What the generation that is read now knows, all of it. */
    Known known(TermsId termsId, CustomerId customerId) {
        return Known.of(ofBoth(tables.sql(FACTS + "order by position"), termsId, customerId, 0, Long.MAX_VALUE)
                .query((row, _) -> row(termsId, row))
                .list());
    }

    private static JdbcClient.StatementSpec ofBoth(
            JdbcClient.StatementSpec facts,
            TermsId termsId,
            @Nullable CustomerId customerId,
            long termsFrom,
            long size) {
        return facts.param("termsId", termsId.value())
                .param("allTerms", FactRow.ALL_TERMS)
                .param("customerId", customerId == null ? null : customerId.value())
                .param("termsFrom", termsFrom)
                .param("size", size);
    }

    private static FactRow row(TermsId termsId, ResultSet row) throws SQLException {
        return new FactRow(
                termsId.value(),
                row.getString("customer_id"),
                new Leaf(
                        row.getString("event_id"),
                        row.getLong("position"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                row.getString("kind"),
                row.getString("fact"));
    }

    void insertTermsFacts(List<FactRow> rows) {
        insert(INSERT_TERMS_FACTS, rows).update();
    }

    void insertCustomerFacts(List<FactRow> rows) {
        insert(INSERT_CUSTOMER_FACTS, rows)
                .param("customerId", texts(rows, row -> Objects.requireNonNull(row.customerId())))
                .update();
    }

    private JdbcClient.StatementSpec insert(String sql, List<FactRow> rows) {
        return tables.sql(sql)
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
