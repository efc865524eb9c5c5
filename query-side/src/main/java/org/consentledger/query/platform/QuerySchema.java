package org.consentledger.query.platform;

import javax.sql.DataSource;
import org.consentledger.ledger.rows.LongStatements;
import org.consentledger.ledger.schema.SchemaMigration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The shapes of all projections' tables, in a schema of their own, and for each projection a generation that serves; both
 * are there before any projection runs.
 */
@Component
class QuerySchema {
    private final JdbcClient jdbc;
    private final Serving serving;
    private final GenerationTables tables;
    private final DeadLetters letters;

    QuerySchema(
            DataSource dataSource,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Projections projections,
            Serving serving,
            GenerationTables tables,
            DeadLetters letters) {
        this.jdbc = jdbc;
        this.serving = serving;
        this.tables = tables;
        this.letters = letters;
        new SchemaMigration(dataSource, "query");
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            LongStatements.allowInTransaction(dataSource);
            jdbc.sql("lock table query.serving in share row exclusive mode").update();
            projections.all().forEach(this::prepare);
        });
    }

    private void prepare(Projections.Projection projection) {
        boolean served = jdbc.sql("select exists (select from query.serving where projection = :projection)")
                .param("projection", projection.name())
                .query(Boolean.class)
                .single();
        if (!served) {
            beginToServe(projection, new Generation(projection.name(), 1));
            return;
        }
        var now = serving.of(projection.name());
        if (now.version() < projection.version()) {
            if (tables.haveShapesOf(now.generation(), projection.tables())) {
                requestRebuild(projection);
            } else {
                beginAnew(projection, now.generation());
            }
        }
    }

    /** Rows that a former release has put into the tables of the schema {@code query} go along. */
    private void beginToServe(Projections.Projection projection, Generation first) {
        tables.createMoving(first, projection.tables());
        jdbc.sql("insert into query.serving (projection, generation, version) values (:projection, 1, :version)")
                .param("projection", projection.name())
                .param("version", projection.version())
                .update();
    }

    private void requestRebuild(Projections.Projection projection) {
        jdbc.sql("""
                        insert into query.rebuild (projection, version, state) values (:projection, :version, 'REQUESTED')
                        on conflict (projection) do update
                        set version = excluded.version, state = 'REQUESTED', fault = null, accept_differences = false
                        where rebuild.state not in ('REQUESTED', 'BUILDING') and rebuild.version < excluded.version""")
                .param("projection", projection.name())
                .param("version", projection.version())
                .update();
    }

    /** The old tables cannot be read any more: nothing is answered until the new ones have caught up. */
    private void beginAnew(Projections.Projection projection, Generation old) {
        var abandoned = jdbc.sql("delete from query.rebuild where projection = :projection returning generation")
                .param("projection", projection.name())
                .query((row, _) -> row.getInt("generation"))
                .list();
        var next = new Generation(
                projection.name(), 1 + Math.max(old.number(), abandoned.stream().reduce(0, Math::max)));
        abandoned.forEach(number -> tables.drop(new Generation(projection.name(), number)));
        tables.create(next, projection.tables());
        serving.swap(next, projection.version());
        jdbc.sql("delete from query.token where processor_name = :projection")
                .param("projection", projection.name())
                .update();
        letters.clear(projection.name());
        tables.drop(old);
    }
}
