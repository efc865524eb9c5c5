package org.consentledger.query.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.consentledger.events.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which generation of each projection serves, as the database says: it is the same for all processes. */
@Component
public class Serving {
    /**
     * How far a projection is with a customer, as a column of a statement on {@code query.reached}: before the first of his
     * dead letters, of which {@code :projection} and {@code :customerId} say whose they are.
     */
    public static final String REACHED_OF_CUSTOMER = """
            least(coalesce(reached.position, -1),
                  (select min(letter.position) - 1 from query.dead_letter letter
                   where letter.projection = :projection and letter.customer_id = :customerId
                     and letter.discarded_at is null))""";

    private static final String REACHED_OF_ALL = """
            least(coalesce(reached.position, -1),
                  (select min(letter.position) - 1 from query.dead_letter letter
                   where letter.projection = :projection and letter.discarded_at is null))""";

    private static final String REACHED = "coalesce(reached.position, -1)";

    private static final String WAITING = """
            array(select distinct letter.customer_id from query.dead_letter letter
                  where letter.projection = :projection and letter.discarded_at is null)""";

    private static final String FROM = """
            from query.serving left join query.reached using (projection)
            where projection = :projection""";

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

    /**
     * What a batch fills.
     *
     * @param waiting customers with dead letters
     */
    record Held(Served served, Set<String> waiting) {}

    /** The one that serves, and how far it is, whoever may wait with dead letters, as a snapshot sees it. */
    public Served of(String projection) {
        return select(REACHED, projection)
                .query((row, _) -> served(projection, row))
                .single();
    }

    /**
     * The same for a question, which rests on no more than what was included with nobody's event left out.
     *
     * @param customerId whom it is about; {@code null} for all customers
     */
    Served answering(String projection, @Nullable CustomerId customerId) {
        var statement = customerId == null
                ? select(REACHED_OF_ALL, projection)
                : select(REACHED_OF_CUSTOMER, projection).param("customerId", customerId.value());
        return statement.query((row, _) -> served(projection, row)).single();
    }

    /**
     * The same for a batch of the projection: it stays the one that serves until the transaction ends, whose commit need not
     * wait for the disk. Should the database lose it, rows and token are lost together, and made again.
     */
    Held held(String projection) {
        jdbc.sql("""
                        select set_config('synchronous_commit', 'off', true)
                        from query.serving where projection = :projection for share""").param("projection", projection).query(String.class).single();
        return select(WAITING + " as waiting, " + REACHED, projection)
                .query((row, _) -> new Held(served(projection, row), Set.of((String[])
                        row.getArray("waiting").getArray())))
                .single();
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

    private JdbcClient.StatementSpec select(String position, String projection) {
        return jdbc.sql("select serving.generation, serving.version, " + position + " as position " + FROM)
                .param("projection", projection);
    }

    private static Served served(String projection, ResultSet row) throws SQLException {
        return new Served(
                new Generation(projection, row.getInt("generation")), row.getInt("version"), row.getLong("position"));
    }
}
