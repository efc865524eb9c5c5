package org.consentledger.dossier;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.statement.CanonicalJson;
import org.consentledger.ledger.tree.Hash;
import tools.jackson.databind.json.JsonMapper;

/** Names every file of a dossier with its digest; itself canonical JSON, so that there is one manifest for the same files. */
public final class Manifest {
    /** Of the dossier: which files there are, and how they follow from each other. */
    public static final int FORM = 1;

    private static final String SIGNED = "consent-ledger dossier v" + FORM;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Manifest() {}

    /**
     * The manifest of these files.
     *
     * @param files all but manifest and signature, by path
     */
    public static byte[] of(Map<String, byte[]> files) {
        var manifest = JSON.createObjectNode();
        manifest.put("form", FORM);
        var list = manifest.putArray("files");
        new TreeMap<>(files)
                .forEach((path, bytes) -> list.addObject()
                        .put("path", path)
                        .put("sha256", Hash.sha256(bytes).hex())
                        .put("size", bytes.length));
        return CanonicalJson.canonicalize(JSON.writeValueAsBytes(manifest));
    }

    /**
     * What the ledger signs of a manifest. It has two lines; a checkpoint has three or more, so neither can be taken for the
     * other.
     */
    public static String toSign(byte[] manifest) {
        return SIGNED + "\n" + Hash.sha256(manifest).hex() + "\n";
    }

    /** The ledger's signature of a manifest, as a signed note. */
    public static SignedNote sign(byte[] manifest, SigningKey key) {
        var text = toSign(manifest);
        return new SignedNote(text, List.of(key.sign(text)));
    }
}
