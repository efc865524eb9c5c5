package org.consentledger.ledger.personal;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.consentledger.events.CustomerId;
import org.consentledger.ledger.rows.AppendLock;
import org.consentledger.ledger.rows.LongStatements;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The epochs of the master key. A new one begins at its rotation: every data key is wrapped anew, and the old master key
 * destroyed, so that whatever it wrapped elsewhere, in backups and in the remains of erased rows, opens no more. No
 * event is touched.
 */
public final class Epochs {
    private static final int BATCH = 500;

    /** The letters of "epochs" as a number, so that it is not somebody else's by chance. */
    private static final long LOCK = 0x65706f636873L;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final MasterKeys masterKeys;

    public Epochs(DataSource dataSource, MasterKeys masterKeys) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.masterKeys = masterKeys;
    }

    /**
     * Makes sure, before anything is sealed or opened, that there is an epoch and that its master key can be had.
     *
     * @throws MasterKeyMissing where it cannot, or the database knows a later epoch than the keys directory
     */
    public void begin() {
        int known = last();
        int held = masterKeys.newest();
        if (known > held && known > 0) {
            throw new MasterKeyMissing(
                    "the database is in epoch " + known + " of the master key, whose key is missing");
        }
        int epoch = Math.max(1, held);
        masterKeys.make(epoch);
        masterKeys.of(epoch);
        if (known < epoch) {
            enter(epoch);
        }
    }

    /**
     * Begins a new epoch and ends all others.
     *
     * @return the new epoch
     */
    public int rotate() {
        return alone(this::enterNext);
    }

    /**
     * Rotates where the last epoch began before it was due to end, and finishes what another rotation has left.
     *
     * @return whether it rotated
     */
    boolean rotateIfDue(EpochSchedule schedule) {
        return alone(() -> {
            boolean due = isDue(schedule);
            if (due) {
                enterNext();
            } else {
                endOthers();
            }
            return due;
        });
    }

    private int enterNext() {
        int epoch = Math.max(last(), masterKeys.newest()) + 1;
        masterKeys.make(epoch);
        enter(epoch);
        endOthers();
        return epoch;
    }

    /** By the database's clock, as all that the ledger says of time. */
    private boolean isDue(EpochSchedule schedule) {
        return jdbc.sql("select clock_timestamp(), begun_at from ledger.master_epoch order by epoch desc limit 1")
                .query((row, _) -> row.getObject(2, OffsetDateTime.class)
                        .toInstant()
                        .isBefore(schedule.lastUntil(
                                row.getObject(1, OffsetDateTime.class).toInstant())))
                .single();
    }

    /** No other process changes epochs meanwhile; one that was killed lets go with its connection. */
    private <T> T alone(Supplier<T> work) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            LongStatements.allow(connection);
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                return work.get();
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the epochs of the master key cannot be changed", e);
        }
    }

    /** Ends all epochs but the last, also one that a rotation cut short has left. */
    void endOthers() {
        int last = last();
        IntStream.range(1, last).filter(masterKeys::holds).forEach(epoch -> end(epoch, last));
    }

    private int last() {
        return jdbc.sql("select coalesce(max(epoch), 0) from ledger.master_epoch")
                .query(Integer.class)
                .single();
    }

    /** No append is in flight meanwhile, so no key is stored under the old epoch after this. */
    private void enter(int epoch) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql(AppendLock.EXCLUSIVE).query((_, _) -> "").list();
            jdbc.sql("insert into ledger.master_epoch (epoch) values (?) on conflict do nothing")
                    .param(epoch)
                    .update();
        });
    }

    private void end(int epoch, int last) {
        while (Boolean.TRUE.equals(transactions.execute(_ -> wrapSomeAnew(epoch, last)))) {
            // until nothing is left
        }
        masterKeys.destroy(epoch);
        jdbc.sql("update ledger.master_epoch set destroyed_at = clock_timestamp()"
                        + " where epoch = ? and destroyed_at is null")
                .param(epoch)
                .update();
    }

    /**
     * Answers whether there was anything to do. Those on their way come first: one that becomes the customer's meanwhile
     * is found among his. An erasure, and who adopts one, waits for the rows, and then takes what is there.
     */
    private boolean wrapSomeAnew(int epoch, int last) {
        boolean pending = wrapSomeAnew(epoch, last, """
                select customer_id, version, wrapped, commitment from ledger.pending_key
                where epoch = ? limit ? for update""", """
                update ledger.pending_key k set epoch = ?, wrapped = anew.wrapped
                from unnest(?::text[], ?::int[], ?::text[], ?::bytea[]) anew(customer_id, version, commitment, wrapped)
                where k.customer_id = anew.customer_id and k.version = anew.version
                    and k.commitment = anew.commitment""");
        boolean customers = wrapSomeAnew(epoch, last, """
                select customer_id, version, wrapped, commitment from ledger.data_key
                where epoch = ? and destroyed_at is null limit ? for update""", """
                update ledger.data_key k set epoch = ?, wrapped = anew.wrapped
                from unnest(?::text[], ?::int[], ?::text[], ?::bytea[]) anew(customer_id, version, commitment, wrapped)
                where k.customer_id = anew.customer_id and k.version = anew.version""");
        return pending || customers;
    }

    private record Unwrapped(DataKey key, String commitment) {}

    private boolean wrapSomeAnew(int epoch, int last, String select, String update) {
        var keys = jdbc.sql(select)
                .param(epoch)
                .param(BATCH)
                .query((row, _) -> new Unwrapped(
                        DataKey.unwrap(
                                new CustomerId(row.getString(1)), row.getInt(2), row.getBytes(3), masterKeys.of(epoch)),
                        row.getString(4)))
                .list();
        if (!keys.isEmpty()) {
            var masterKey = masterKeys.of(last);
            jdbc.sql(update)
                    .param(last)
                    .param(keys.stream().map(k -> k.key().customerId().value()).toArray(String[]::new))
                    .param(keys.stream().map(k -> k.key().version()).toArray(Integer[]::new))
                    .param(keys.stream().map(Unwrapped::commitment).toArray(String[]::new))
                    .param(keys.stream().map(k -> k.key().wrappedBy(masterKey)).toArray(byte[][]::new))
                    .update();
        }
        return !keys.isEmpty();
    }
}
