package org.consentledger.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consentledger.ledger.directory.EventLine;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.statement.CanonicalJson;
import org.consentledger.ledger.tree.InclusionProof;
import tools.jackson.databind.json.JsonMapper;

/** Makes the files of a dossier out of what it is made of. */
public final class DossierFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DossierFiles() {}

    /**
     * The sources and what follows from them, by path, but for the printed report, which takes a hundred times as long and
     * follows from the report, and the manifest.
     */
    public static Map<String, byte[]> of(Sources sources) {
        var files = sourceFiles(sources);
        files.putAll(new Derived(sources).files());
        return files;
    }

    /** All files, with the printed report, the manifest and the ledger's signature of it. */
    public static Map<String, byte[]> signed(Sources sources, SigningKey key) {
        var files = of(sources);
        files.put(DossierPaths.PRINTED, PrintedReport.of(Objects.requireNonNull(files.get(DossierPaths.REPORT))));
        byte[] manifest = Manifest.of(files);
        files.put(DossierPaths.MANIFEST, manifest);
        files.put(DossierPaths.SIGNATURE, utf8(Manifest.sign(manifest, key).encode()));
        return files;
    }

    private static Map<String, byte[]> sourceFiles(Sources sources) {
        var files = new TreeMap<String, byte[]>();
        files.put(DossierPaths.QUESTION, CanonicalJson.canonicalize(JSON.writeValueAsBytes(sources.question())));
        files.put(DossierPaths.CHECKPOINT, utf8(sources.checkpoint().encode()));
        files.put(
                DossierPaths.KEYS,
                utf8(sources.keys().stream().map(VerifierKey::encode).collect(Collectors.joining("\n", "", "\n"))));
        for (var relevant : sources.relevant()) {
            var proven = relevant.proven();
            long position = proven.event().position();
            files.put(DossierPaths.event(position), new EventLine(proven.event(), proven.statement()).encode());
            files.put(DossierPaths.receipt(position), receipt(proven.proof(), sources.checkpoint()));
            if (relevant.opened() != null) {
                files.put(DossierPaths.opened(position), utf8(relevant.opened()));
            }
        }
        for (var other : sources.others()) {
            files.put(DossierPaths.statement(other.position()), other.statement());
            files.put(DossierPaths.receipt(other.position()), receipt(other.proof(), sources.checkpoint()));
        }
        for (var key : sources.handedKeys()) {
            var committed = key.committed();
            long position = committed.event().position();
            files.put(
                    DossierPaths.commitment(position),
                    new EventLine(committed.event(), committed.statement()).encode());
            files.put(DossierPaths.receipt(position), receipt(committed.proof(), sources.checkpoint()));
            files.put(DossierPaths.dataKey(key.commitment().version()), utf8(key.secret() + "\n"));
        }
        var stamp = sources.stamp();
        if (stamp != null) {
            files.put(DossierPaths.TOKEN, stamp.stamped().token());
            files.put(DossierPaths.STAMPED, utf8(stamp.stamped().note()));
            files.put(
                    DossierPaths.CONSISTENCY,
                    utf8(stamp.consistency().path().stream()
                            .map(hash -> hash.base64() + "\n")
                            .collect(Collectors.joining())));
        }
        return files;
    }

    private static byte[] receipt(InclusionProof proof, SignedNote checkpoint) {
        return utf8(TlogProof.of(proof, checkpoint).encode());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    /** Puts files into an archive; equal files make equal archives. */
    public static byte[] zip(Map<String, byte[]> files) {
        return Archive.pack(files);
    }
}
