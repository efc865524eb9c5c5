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

    /** The same, which stays the one that serves until the transaction ends; many may hold it so. */
    Served held(String projection) {
        lock(projection, "share");
        return of(projection);
    }

    /** The same; no batch of the projection is written until the transaction ends. */
    public Served halted(String projection) {
        lock(projection, "update");
        return of(projection);
    }

    private void lock(String projection, String mode) {
        jdbc.sql("select 1 from query.serving where projection = :projection for " + mode)
                .param("projection", projection)
                .query(Integer.class)
                .single();
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
