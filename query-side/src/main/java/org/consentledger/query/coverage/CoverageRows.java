package org.consentledger.query.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.consentledger.query.coverage.CoveredCustomer.RowKey;
import org.consentledger.query.facts.FactRow;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.Tables;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.TermsFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The rows of the projection, as it writes them. */
@Repository
class CoverageRows {
    private final Tables tables;

    CoverageRows(Tables tables) {
        this.tables = tables;
    }

    List<Recorded<TermsFact>> termsFacts(String termsId) {
        return tables.sql("""
                        select position, event_id, recorded_at, kind, fact
                        from tables.coverage_terms_fact where terms_id = :termsId order by position""")
                .param("termsId", termsId)
                .query((row, _) -> new FactRow(
                                termsId,
                                null,
                                new Leaf(
                                        row.getString("event_id"),
                                        row.getLong("position"),
                                        row.getObject("recorded_at", OffsetDateTime.class)
                                                .toInstant()),
                                row.getString("kind"),
                                row.getString("fact"))
                        .termsFact())
                .list();
    }

    void insert(FactRow fact) {
        tables.sql("""
                        insert into tables.coverage_terms_fact (terms_id, position, event_id, recorded_at, kind, fact)
                        values (:termsId, :position, :eventId, :recordedAt::timestamptz, :kind, :fact::jsonb)""")
                .param("termsId", fact.termsId())
                .param("position", fact.leaf().position())
                .param("eventId", fact.leaf().eventId())
                .param("recordedAt", fact.leaf().recordedAt().toString())
                .param("kind", fact.kind())
                .param("fact", fact.fact())
                .update();
    }

    /** Every row of these customers, towards whatever terms. */
    List<CoveredCustomer> ofCustomers(Collection<String> customerIds) {
        return tables.sql("""
                        select terms_id, customer_id, facts, class_id
                        from tables.coverage_customer where customer_id = any(:customerIds)""")
                .param("customerIds", customerIds.toArray(String[]::new))
                .query((row, _) -> customer(row))
                .list();
    }

    /** Customers of these terms after one, in the order of their identifiers, those of these classes alone. */
    List<CoveredCustomer> ofTerms(String termsId, Collection<Long> classIds, String after, int limit) {
        return tables.sql("""
                        select terms_id, customer_id, facts, class_id
                        from tables.coverage_customer
                        where terms_id = :termsId and class_id = any(:classIds) and customer_id > :after
                        order by customer_id limit :limit""")
                .param("termsId", termsId)
                .param("classIds", classIds.toArray(Long[]::new))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> customer(row))
                .list();
    }

    /**
     * A class of customers.
     *
     * @param learnedAt when anything was last learned of one who is or was in it, UTC; {@code null} for never
     */
    record CountedClass(
            long id,
            Representative representative,
            long members,
            @Nullable Instant learnedAt) {}

    /** Also those that nobody is in any more. */
    List<CountedClass> classes(String termsId) {
        return tables.sql("""
                        select class_id, representative, members, learned_at
                        from tables.coverage_class where terms_id = :termsId""")
                .param("termsId", termsId)
                .query((row, _) -> {
                    var learnedAt = row.getObject("learned_at", OffsetDateTime.class);
                    return new CountedClass(
                            row.getLong("class_id"),
                            Representative.parse(row.getString("representative")),
                            row.getLong("members"),
                            learnedAt == null ? null : learnedAt.toInstant());
                })
                .list();
    }

    /** The id of a class, which begins with nobody in it. */
    long classId(String termsId, Representative representative) {
        var text = representative.text();
        return tables.sql("""
                        select class_id from tables.coverage_class
                        where terms_id = :termsId and sha256(representative::bytea) = sha256(:text::bytea)""")
                .param("termsId", termsId)
                .param("text", text)
                .query(Long.class)
                .optional()
                .orElseGet(() -> tables.sql("""
                                insert into tables.coverage_class (terms_id, representative) values (:termsId, :text)
                                returning class_id""")
                        .param("termsId", termsId)
                        .param("text", text)
                        .query(Long.class)
                        .single());
    }

    /** @param learnedAt ledger time of what was learned of them */
    void addMembers(Map<Long, Long> added, Instant learnedAt) {
        if (added.isEmpty()) {
            return;
        }
        var changed =
                added.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        tables.sql("""
                        update tables.coverage_class class
                        set members = members + added.count, learned_at = greatest(learned_at, :learnedAt::timestamptz)
                        from unnest(:ids::bigint[], :counts::bigint[]) as added(class_id, count)
                        where class.class_id = added.class_id""")
                .param("learnedAt", learnedAt.toString())
                .param("ids", changed.stream().map(Map.Entry::getKey).toArray(Long[]::new))
                .param("counts", changed.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }

    void put(Collection<CoveredCustomer> customers) {
        tables.sql("""
                        insert into tables.coverage_customer (terms_id, customer_id, facts, class_id)
                        select * from unnest(:termsIds::text[], :customerIds::text[], :facts::jsonb[], :classIds::bigint[])
                        on conflict (terms_id, customer_id)
                        do update set facts = excluded.facts, class_id = excluded.class_id""")
                .param("termsIds", texts(customers, customer -> customer.key().termsId()))
                .param(
                        "customerIds",
                        texts(customers, customer -> customer.key().customerId()))
                .param("facts", texts(customers, CoveredCustomer::factsAsJson))
                .param(
                        "classIds",
                        customers.stream().map(CoveredCustomer::classId).toArray(Long[]::new))
                .update();
    }

    private static CoveredCustomer customer(ResultSet row) throws SQLException {
        return CoveredCustomer.read(
                new RowKey(row.getString("terms_id"), row.getString("customer_id")),
                row.getString("facts"),
                row.getObject("class_id", Long.class));
    }

    private static String[] texts(Collection<CoveredCustomer> rows, Function<CoveredCustomer, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
