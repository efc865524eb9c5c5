package org.consentledger.query.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.query.coverage.FindCoverage.Item;
import org.consentledger.query.platform.Tables;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the projection, as questions read them. */
@Repository
class CoverageLists {
    /** So many rows are in memory at a time. */
    private static final int FETCHED = 1_000;

    private static final String CUSTOMERS = """
            select customer_id, class_id from tables.coverage_customer
            where terms_id = :termsId and class_id = any(:classIds)
            """;

    private final Tables tables;
    private final JdbcClient streamed;

    CoverageLists(Tables tables, DataSource dataSource) {
        this.tables = tables;
        var template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCHED);
        this.streamed = JdbcClient.create(template);
    }

    /** In the order of their identifiers. */
    List<Item> customers(TermsId termsId, Map<Long, CoverageState> states, String after, int limit) {
        var sql = CUSTOMERS + "and customer_id > :after order by customer_id limit :limit";
        return ofClasses(tables.sql(sql), termsId, states)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> item(row, states))
                .list();
    }

    /** In the order of their identifiers; by a cursor of the database, so within a transaction. */
    void each(TermsId termsId, Map<Long, CoverageState> states, Consumer<Item> next) {
        var sql = tables.named(CUSTOMERS + "order by customer_id");
        ofClasses(streamed.sql(sql), termsId, states).query(row -> {
            next.accept(item(row, states));
        });
    }

    private static JdbcClient.StatementSpec ofClasses(
            JdbcClient.StatementSpec customers, TermsId termsId, Map<Long, CoverageState> states) {
        return customers
                .param("termsId", termsId.value())
                .param("classIds", states.keySet().toArray(Long[]::new));
    }

    private static Item item(ResultSet row, Map<Long, CoverageState> states) throws SQLException {
        return new Item(
                new CustomerId(row.getString("customer_id")),
                Objects.requireNonNull(states.get(row.getLong("class_id"))));
    }
}
