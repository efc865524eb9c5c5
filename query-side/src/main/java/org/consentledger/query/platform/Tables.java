package org.consentledger.query.platform;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables of a projection, in the generation that a question reads or a batch of events fills. A statement names them
 * with the prefix {@code tables.}, and is refused where nobody has said which generation is meant.
 */
@Component
public class Tables {
    private static final ScopedValue<Generation> READ = ScopedValue.newInstance();
    private static final String FILLED = "generation that the batch fills";
    private static final Pattern PREFIX = Pattern.compile("\\btables\\.");

    /** In a table with no more rows than that, every one is. */
    private static final int LOOKED_AT = 10_000;

    private final JdbcClient jdbc;

    public Tables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A statement on the tables of the generation that is meant. */
    public JdbcClient.StatementSpec sql(String sql) {
        return jdbc.sql(named(sql));
    }

    /** The text of such a statement, for whoever has a client of his own. */
    public String named(String sql) {
        return PREFIX.matcher(sql).replaceAll(generation().schema() + ".");
    }

    /** Some values of a column, spread over the table; all of them where they are few. */
    public List<String> some(String table, String column) {
        double rows = sql("select greatest(reltuples, 0) from pg_class where oid = 'tables." + table + "'::regclass")
                .query(Double.class)
                .single();
        return sql("select distinct " + column + " from tables." + table
                        + " tablesample bernoulli (least(100, 100 * :many / greatest(:rows, 1)))"
                        + " order by " + column)
                .param("many", LOOKED_AT)
                .param("rows", rows)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** The rows with that key, as equal rows look alike. */
    public List<String> rows(String table, String column, String key) {
        return sql("select row::text from tables." + table + " row where " + column + " = :key order by 1")
                .param("key", key)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Has a question read that generation. */
    public static <T> T reading(Generation generation, Supplier<T> question) {
        return ScopedValue.where(READ, generation).call(question::get);
    }

    /** Has the batch of events fill that generation. */
    public static void filling(Generation generation, UnitOfWork<?> batch) {
        batch.root().resources().put(FILLED, generation);
    }

    private static Generation generation() {
        if (READ.isBound()) {
            return READ.get();
        }
        if (CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().root().getResource(FILLED) instanceof Generation filled) {
            return filled;
        }
        throw new IllegalStateException("no generation is read or filled here");
    }
}
