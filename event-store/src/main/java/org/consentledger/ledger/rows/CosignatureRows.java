package org.consentledger.ledger.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.Cosignature;
import org.consentledger.ledger.note.NoteSignature;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What witnesses have cosigned. A row is put there only after its signature was verified. */
public final class CosignatureRows {
    private final JdbcClient jdbc;

    public CosignatureRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    public void addWitness(VerifierKey witness) {
        jdbc.sql("insert into ledger.witness (vkey) values (?) on conflict do nothing")
                .param(witness.encode())
                .update();
    }

    /**
     * Keeps a cosignature of a witness that was added; the first of a witness on a checkpoint is enough. They are
     * numbered densely in the order of their commits: who loses the race for a number takes the next one.
     */
    public void add(Checkpoint checkpoint, Cosignature cosignature) {
        while (!insert(checkpoint, cosignature) && !holds(checkpoint, cosignature.witness())) {
            Thread.onSpinWait();
        }
    }

    private boolean insert(Checkpoint checkpoint, Cosignature cosignature) {
        return jdbc.sql("""
                        insert into ledger.cosignature (number, vkey, size, checkpoint, line)
                        select coalesce(max(number) + 1, 0), ?, ?, ?, ? from ledger.cosignature
                        on conflict do nothing""")
                        .param(cosignature.witness().encode())
                        .param(checkpoint.size())
                        .param(checkpoint.text())
                        .param(cosignature.signature().line())
                        .update()
                == 1;
    }

    private boolean holds(Checkpoint checkpoint, VerifierKey witness) {
        return jdbc.sql("select exists (select from ledger.cosignature where (vkey, size, checkpoint) = (?, ?, ?))")
                .param(witness.encode())
                .param(checkpoint.size())
                .param(checkpoint.text())
                .query(Boolean.class)
                .single();
    }

    /** The size of the largest tree that the witness cosigned; 0 where it cosigned none. */
    public long newestSize(VerifierKey witness) {
        return jdbc.sql("select coalesce(max(size), 0) from ledger.cosignature where vkey = ?")
                .param(witness.encode())
                .query(Long.class)
                .single();
    }

    /**
     * The newest that a witness cosigned.
     *
     * @param size of that tree; 0 where it cosigned none
     * @param cosignedAt by the witness's own clock, UTC, whole seconds; {@code null} where it cosigned none
     */
    public record Newest(
            VerifierKey witness, long size, @Nullable Instant cosignedAt) {}

    /** Of every witness that this ledger ever asked, by name. */
    public List<Newest> newest() {
        return jdbc.sql("""
                        select vkey, size, line from ledger.witness left join lateral (
                            select size, line from ledger.cosignature where vkey = witness.vkey
                            order by size desc, number desc limit 1) last on true
                        order by vkey""")
                .query((row, _) ->
                        newest(VerifierKey.parse(row.getString("vkey")), row.getLong("size"), row.getString("line")))
                .list();
    }

    private static Newest newest(VerifierKey witness, long size, @Nullable String line) {
        return new Newest(
                witness, size, line == null ? null : new Cosignature(witness, NoteSignature.parse(line)).time());
    }

    /** A checkpoint of the ledger with its own signatures first and the cosignatures there are after them. */
    public SignedNote cosigned(SignedNote checkpoint) {
        return with(
                checkpoint,
                jdbc.sql("select line from ledger.cosignature where size = ? and checkpoint = ? order by number")
                        .param(Checkpoint.parse(checkpoint.text()).size())
                        .param(checkpoint.text())
                        .query((row, _) -> NoteSignature.parse(row.getString(1)))
                        .list());
    }

    /**
     * The checkpoint that covers a position and that most witnesses have cosigned; of several, the newest. Looked at are
     * the newest that each witness cosigned: who is asked at all is asked about the same checkpoint as the others.
     *
     * @return with the ledger's own signatures first; empty where no witness has cosigned one that covers it
     */
    public Optional<SignedNote> bestCovering(long position) {
        Map<String, List<NoteSignature>> candidates = new LinkedHashMap<>();
        jdbc.sql("""
                with newest as (
                    select distinct last.size from ledger.witness w cross join lateral (
                        select size from ledger.cosignature c where c.vkey = w.vkey and c.size > ?
                        order by size desc limit 1) last
                )
                select note, line from newest
                join ledger.cosignature using (size)
                join ledger.checkpoint using (size)
                left join ledger.key_change on new_checkpoint = note
                where starts_with(note, cosignature.checkpoint || E'\\n')
                order by size desc, changed_at desc nulls last, note, cosignature.number""").param(position).query(row -> {
            put(candidates, row);
        });
        return candidates.entrySet().stream()
                .max(Comparator.comparingInt(candidate -> candidate.getValue().size()))
                .map(best -> with(SignedNote.parse(best.getKey()), best.getValue()));
    }

    private static void put(Map<String, List<NoteSignature>> candidates, ResultSet row) throws SQLException {
        candidates.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(NoteSignature.parse(row.getString(2)));
    }

    private static SignedNote with(SignedNote checkpoint, List<NoteSignature> cosignatures) {
        var note = checkpoint;
        for (var cosignature : cosignatures) {
            note = note.with(cosignature);
        }
        return note;
    }
}
