package org.consentledger.query.platform;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which generation of each projection serves, as the database says: it is the same for all processes. */
@Component
public class Serving {
    private final JdbcClient jdbc;

    public Serving(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A generation that serves.
     *
     * @param version of the projection that filled it
     * @param position of the last leaf that it has included; -1 for none
     */
    public record Served(Generation generation, int version, long position) {}

    /** The one that serves, and how far it is, as a snapshot sees it. */
    public Served of(String projection) {
        return jdbc.sql("""
                        select serving.generation, serving.version, coalesce(reached.position, -1) as position
                        from query.serving left join query.reached using (projection)
                        where projection = :projection""")
                .param("projection", projection)
                .query((row, _) -> new Served(
                        new Generation(projection, row.getInt("generation")),
                        row.getInt("version"),
                        row.getLong("position")))
                .single();
    }

    /**
     * The same for a batch of the projection: it stays the one that serves until the transaction ends, whose commit need not
     * wait for the disk. Should the database lose it, rows and token are lost together, and made again.
     */
    Served held(String projection) {
        jdbc.sql("""
                        select set_config('synchronous_commit', 'off', true)
                        from query.serving where projection = :projection for share""").param("projection", projection).query(String.class).single();
        return of(projection);
    }

    /** The same; no batch of the projection is written until the transaction ends. */
    public Served halted(String projection) {
        jdbc.sql("select 1 from query.serving where projection = :projection for update")
                .param("projection", projection)
                .query(Integer.class)
                .single();
        return of(projection);
    }

    /** From the commit on, that generation serves. */
    public void swap(Generation generation, int version) {
        jdbc.sql("update query.serving set generation = :generation, version = :version where projection = :projection")
                .param("generation", generation.number())
                .param("version", version)
                .param("projection", generation.projection())
                .update();
    }
}
