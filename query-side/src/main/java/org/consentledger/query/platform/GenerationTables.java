package org.consentledger.query.platform;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes and drops generations of tables. Their shapes are those that the migrations gave the schema {@code query}. */
@Component
public class GenerationTables {
    private final JdbcClient jdbc;

    GenerationTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes empty tables; whatever an attempt that was broken off has left there goes. */
    public void create(Generation generation, List<String> names) {
        drop(generation);
        jdbc.sql("create schema " + generation.schema()).update();
        names.forEach(name -> jdbc.sql(
                        "create table " + generation.schema() + "." + name + " (like query." + name + " including all)")
                .update());
    }

    /** Moves the tables with all that is in them, and leaves empty ones behind. */
    void createMoving(Generation generation, List<String> names) {
        jdbc.sql("create schema " + generation.schema()).update();
        names.forEach(name -> {
            jdbc.sql("alter table query." + name + " set schema " + generation.schema())
                    .update();
            jdbc.sql("create table query." + name + " (like " + generation.schema() + "." + name + " including all)")
                    .update();
        });
    }

    public void drop(Generation generation) {
        jdbc.sql("drop schema if exists " + generation.schema() + " cascade").update();
    }

    /** Has the planner know what is in the tables before anybody asks them. */
    public void analyze(Generation generation, List<String> names) {
        names.forEach(
                name -> jdbc.sql("analyze " + generation.schema() + "." + name).update());
    }

    /** Whether every column is there still as the migrations have it now. */
    boolean haveShapesOf(Generation generation, List<String> names) {
        return columns(generation.schema(), names).equals(columns("query", names));
    }

    private List<String> columns(String schema, List<String> names) {
        return jdbc.sql("""
                        select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
                        from information_schema.columns
                        where table_schema = :schema and table_name = any(:names)
                        order by 1""")
                .param("schema", schema)
                .param("names", names.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }
}
