package org.consentledger.ledger.rows;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every checkpoint ever signed, and the keys they are signed with. */
public final class CheckpointRows {
    private final JdbcClient jdbc;

    public CheckpointRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Keeps a checkpoint; once is enough. The commit does not wait for the disk: it follows that of the events into the
     * log of the database, and the signer remembers the last one elsewhere.
     */
    public void add(long size, SignedNote checkpoint) {
        jdbc.sql("""
                with unflushed as materialized (select set_config('synchronous_commit', 'off', true))
                insert into ledger.checkpoint (size, note) select ?, ? from unflushed on conflict do nothing""").param(size).param(checkpoint.encode()).update();
    }

    /** The checkpoint of the largest tree; where two keys signed one size, that of the later key. */
    public Optional<SignedNote> latest() {
        return jdbc.sql("""
                select note from ledger.checkpoint left join ledger.key_change on new_checkpoint = note
                order by size desc, changed_at desc nulls last limit 1""").query(String.class).optional().map(SignedNote::parse);
    }

    public void addKey(VerifierKey key) {
        jdbc.sql("insert into ledger.verifier_key (vkey) values (?) on conflict do nothing")
                .param(key.encode())
                .update();
    }

    /** The one in use first. */
    public List<VerifierKey> keys() {
        return jdbc.sql("select vkey from ledger.verifier_key order by since desc").query(String.class).list().stream()
                .map(vkey -> VerifierKey.parse(Objects.requireNonNull(vkey)))
                .toList();
    }
}
