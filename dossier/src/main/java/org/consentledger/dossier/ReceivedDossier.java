package org.consentledger.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.consentledger.ledger.audit.ProvenEvent;
import org.consentledger.ledger.directory.EventLine;
import org.consentledger.ledger.directory.LineRejected;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.statement.Statement;
import org.consentledger.ledger.statement.StatementRejected;
import org.consentledger.ledger.timestamp.TimestampedCheckpoint;
import org.consentledger.ledger.tree.ConsistencyProof;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.InclusionProof;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a dossier as somebody received them. Nothing in it is believed: reading says no more than what they claim.
 *
 * @param files by path
 */
public record ReceivedDossier(Map<String, byte[]> files) {
    /** No honest dossier comes near it, and a dishonest one is not to fill the memory. */
    private static final long MOST_BYTES = 256L << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public ReceivedDossier {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Whether a folder holds what was unpacked of a dossier. */
    public static boolean isUnpackedIn(Path folder) {
        return Files.isRegularFile(folder.resolve(DossierPaths.QUESTION));
    }

    /**
     * Reads an archive, or the folder that somebody unpacked it into.
     *
     * @throws DossierRejected where it is no archive in the one form of dossiers, or holds more than it should
     */
    public static ReceivedDossier read(Path received) throws IOException {
        if (Files.isDirectory(received)) {
            return new ReceivedDossier(unpackedIn(received));
        }
        return unpacked(bytes(received, MOST_BYTES), MOST_BYTES);
    }

    /**
     * Reads an archive that somebody sent. What it claims to hold is added up before anything of it is inflated.
     *
     * @param most so many bytes may all files have together
     * @throws DossierRejected where it is no archive in the one form of dossiers, or holds more
     */
    public static ReceivedDossier unpacked(byte[] archive, long most) {
        return new ReceivedDossier(Archive.unpack(archive, most));
    }

    private static Map<String, byte[]> unpackedIn(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var paths = Files.walk(folder)) {
            long left = MOST_BYTES;
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                byte[] bytes = bytes(path, left);
                left -= bytes.length;
                files.put(folder.relativize(path).toString().replace(File.separatorChar, '/'), bytes);
            }
        }
        return files;
    }

    private static byte[] bytes(Path file, long most) throws IOException {
        if (Files.size(file) > most) {
            throw new DossierRejected("it has more than " + MOST_BYTES + " bytes");
        }
        return Files.readAllBytes(file);
    }

    /** The bytes of a file; empty where it is missing. */
    public byte @Nullable [] file(String path) {
        return files.get(path);
    }

    /**
     * What the dossier claims to be made of.
     *
     * @throws DossierRejected where a file is missing or malformed
     */
    public Sources sources() {
        var checkpoint = read(DossierPaths.CHECKPOINT, SignedNote::parse);
        return new Sources(
                read(DossierPaths.QUESTION, bytes -> JSON.readValue(bytes, Question.class)),
                checkpoint,
                read(DossierPaths.KEYS, ReceivedDossier::keys),
                relevant(checkpoint),
                others(checkpoint),
                handedKeys(checkpoint),
                stamp(checkpoint));
    }

    private static List<VerifierKey> keys(byte[] lines) {
        return new String(lines, UTF_8).lines().map(VerifierKey::parse).toList();
    }

    private List<RelevantEvent> relevant(SignedNote checkpoint) {
        var events = new ArrayList<RelevantEvent>();
        for (long position : positions(DossierPaths.EVENTS)) {
            byte[] opened = file(DossierPaths.opened(position));
            events.add(new RelevantEvent(
                    proven(DossierPaths.event(position), position, checkpoint),
                    opened == null ? null : new String(opened, UTF_8)));
        }
        return events;
    }

    private ProvenEvent proven(String path, long position, SignedNote checkpoint) {
        var line = read(path, EventLine::parse);
        if (line.event().position() != position) {
            throw new DossierRejected(path + " says it is at " + line.event().position());
        }
        return new ProvenEvent(line.event(), line.statement(), proof(position, checkpoint));
    }

    private List<HandedKey> handedKeys(SignedNote checkpoint) {
        var keys = new ArrayList<HandedKey>();
        for (long position : positions(DossierPaths.COMMITMENTS)) {
            var committed = proven(DossierPaths.commitment(position), position, checkpoint);
            var path = DossierPaths.dataKey(HandedKey.commitment(committed).version());
            keys.add(read(path, bytes -> new HandedKey(committed, new String(bytes, UTF_8).strip())));
        }
        return keys;
    }

    private List<OtherEvent> others(SignedNote checkpoint) {
        var others = new ArrayList<OtherEvent>();
        for (long position : positions(DossierPaths.STATEMENTS)) {
            byte[] statement = read(DossierPaths.statement(position), bytes -> bytes);
            var eventId =
                    read(DossierPaths.statement(position), Statement::parse).eventId();
            others.add(new OtherEvent(position, eventId, statement, proof(position, checkpoint)));
        }
        return others;
    }

    private InclusionProof proof(long position, SignedNote checkpoint) {
        var receipt = read(DossierPaths.receipt(position), TlogProof::parse);
        if (!receipt.checkpoint().equals(checkpoint)) {
            throw new DossierRejected(DossierPaths.receipt(position) + " is under another checkpoint");
        }
        return new InclusionProof(
                receipt.index(), Checkpoint.parse(checkpoint.text()).size(), receipt.path());
    }

    private @Nullable Stamp stamp(SignedNote checkpoint) {
        if (file(DossierPaths.TOKEN) == null) {
            return null;
        }
        var note = read(DossierPaths.STAMPED, bytes -> new String(bytes, UTF_8));
        var stamped = read(
                DossierPaths.STAMPED,
                bytes -> Checkpoint.parse(SignedNote.parse(bytes).text()));
        var path = read(
                DossierPaths.CONSISTENCY,
                bytes -> new String(bytes, UTF_8).lines().map(Hash::ofBase64).toList());
        return new Stamp(
                new TimestampedCheckpoint(note, read(DossierPaths.TOKEN, bytes -> bytes)),
                new ConsistencyProof(
                        stamped.size(), Checkpoint.parse(checkpoint.text()).size(), path));
    }

    private List<Long> positions(String folder) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder))
                .map(path -> path.substring(folder.length()))
                .map(name -> name.substring(0, Math.max(0, name.length() - DossierPaths.JSON.length())))
                .map(name -> {
                    try {
                        return Long.valueOf(name);
                    } catch (NumberFormatException e) {
                        throw new DossierRejected(folder + " holds what is at no position", e);
                    }
                })
                .sorted()
                .toList();
    }

    private <T> T read(String path, Function<byte[], T> reading) {
        byte[] bytes = file(path);
        if (bytes == null) {
            throw new DossierRejected(path + " is missing");
        }
        try {
            return reading.apply(bytes);
        } catch (NoteRejected | StatementRejected | LineRejected | JacksonException | IllegalArgumentException e) {
            throw new DossierRejected(path + " is malformed: " + e.getMessage(), e);
        }
    }
}
