package org.consentledger.ledger.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.rows.KeyChange.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every change of the signing key. */
public final class KeyChangeRows {
    private final JdbcClient jdbc;

    public KeyChangeRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Publishes the new key, its first checkpoint and the change, all or nothing; once is enough.
     *
     * @param size of the new checkpoint's tree
     * @return the new key's first checkpoint, as it was published the first time
     */
    public SignedNote publish(
            Reason reason, VerifierKey oldKey, VerifierKey newKey, SignedNote last, SignedNote first, long size) {
        jdbc.sql("""
                with change as (
                    insert into ledger.key_change (new_vkey, old_vkey, reason, old_checkpoint, new_checkpoint)
                    values (:newKey, :oldKey, :reason, :last, :first) on conflict do nothing
                    returning new_vkey, new_checkpoint
                ), key as (
                    insert into ledger.verifier_key (vkey) select new_vkey from change on conflict do nothing
                )
                insert into ledger.checkpoint (size, note) select :size, new_checkpoint from change
                on conflict do nothing""")
                .param("newKey", newKey.encode())
                .param("oldKey", oldKey.encode())
                .param("reason", reason.name())
                .param("last", last.encode())
                .param("first", first.encode())
                .param("size", size)
                .update();
        return jdbc.sql("select new_checkpoint from ledger.key_change where new_vkey = ?")
                .param(newKey.encode())
                .query((row, _) -> SignedNote.parse(row.getString(1)))
                .single();
    }

    /** All of them, the oldest first. */
    public List<KeyChange> all() {
        return jdbc.sql("""
                select reason, old_vkey, new_vkey, old_checkpoint, new_checkpoint, changed_at
                from ledger.key_change order by changed_at""").query((row, _) -> read(row)).list();
    }

    private static KeyChange read(ResultSet row) throws SQLException {
        return new KeyChange(
                Reason.valueOf(row.getString(1)),
                VerifierKey.parse(row.getString(2)),
                VerifierKey.parse(row.getString(3)),
                SignedNote.parse(row.getString(4)),
                SignedNote.parse(row.getString(5)),
                Objects.requireNonNull(row.getObject(6, OffsetDateTime.class)).toInstant());
    }
}
