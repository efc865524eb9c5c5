package org.consentledger.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.InclusionProof;
import org.consentledger.ledger.tree.ProofRejected;
import org.jspecify.annotations.Nullable;

/**
 * A receipt: what somebody needs to check offline that a leaf is in the ledger (C2SP tlog-proof, v1).
 *
 * @param index of the leaf
 * @param path from the leaf's sibling up to the root's child
 * @param checkpoint verbatim, perhaps with cosignatures
 * @param extra base64 of data of the application's own, which nothing here vouches for; null where there is none
 */
public record TlogProof(
        long index,
        List<Hash> path,
        SignedNote checkpoint,
        @Nullable String extra) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public TlogProof {
        path = List.copyOf(path);
        if (index < 0 || path.size() > Long.SIZE) {
            throw new NoteRejected("no tree has such a leaf");
        }
        if (extra != null && KeyText.base64(extra).length == 0) {
            throw new NoteRejected("where there is no extra data there is no such line");
        }
    }

    /** @throws IllegalArgumentException where the proof and the checkpoint are of trees of different size */
    public static TlogProof of(InclusionProof inclusion, SignedNote checkpoint) {
        long size = Checkpoint.parse(checkpoint.text()).size();
        if (inclusion.size() != size) {
            throw new IllegalArgumentException("proof at size " + inclusion.size() + ", checkpoint at " + size);
        }
        return new TlogProof(inclusion.index(), inclusion.path(), checkpoint, null);
    }

    /** Whether it begins as a receipt does; nothing more is looked at. */
    public static boolean isReceipt(byte[] utf8) {
        byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
        return utf8.length > header.length && Arrays.equals(utf8, 0, header.length, header, 0, header.length);
    }

    public static TlogProof parse(byte[] utf8) {
        return parse(Utf8.decode(utf8));
    }

    /** @throws NoteRejected where it is not a receipt; nothing is verified yet */
    public static TlogProof parse(String receipt) {
        int end = receipt.indexOf("\n\n");
        if (end < 0) {
            throw new NoteRejected("no empty line before the checkpoint");
        }
        var lines = new ArrayList<>(List.of(receipt.substring(0, end).split("\n", -1)));
        if (!lines.removeFirst().equals(HEADER)) {
            throw new NoteRejected("a receipt begins with " + HEADER);
        }
        String extra = startsWith(lines, EXTRA) ? lines.removeFirst().substring(EXTRA.length()) : null;
        if (!startsWith(lines, INDEX)) {
            throw new NoteRejected("a receipt names its index");
        }
        long index = Decimal.parse(lines.removeFirst().substring(INDEX.length()));
        return new TlogProof(
                index,
                lines.stream().map(TlogProof::hash).toList(),
                SignedNote.parse(receipt.substring(end + 2)),
                extra);
    }

    public String encode() {
        var receipt = new StringBuilder(HEADER).append('\n');
        if (extra != null) {
            receipt.append(EXTRA).append(extra).append('\n');
        }
        receipt.append(INDEX).append(index).append('\n');
        path.forEach(hash -> receipt.append(hash.base64()).append('\n'));
        return receipt.append('\n').append(checkpoint.encode()).toString();
    }

    /** As {@link #verify(Hash, Collection, Collection, int)} for a reader who knows no witnesses. */
    public Checkpoint verify(Hash leaf, Collection<VerifierKey> logKeys) {
        return verify(leaf, logKeys, Set.of(), 0);
    }

    /**
     * Checks that this leaf is in the log (C2SP tlog-proof, "Verifying a tlog proof").
     *
     * @param leaf step 1, the hash of the leaf, which the caller computes from what he holds
     * @param witnesses those he knows; only keys that cosign count
     * @param quorum how many of them must have cosigned
     * @return the checkpoint that is now known to be the log's
     * @throws NoteRejected where it is not signed as it should be
     * @throws ProofRejected where the leaf is not in the tree at this index
     */
    public Checkpoint verify(
            Hash leaf, Collection<VerifierKey> logKeys, Collection<VerifierKey> witnesses, int quorum) {
        // 2. Check the origin line, and that the checkpoint is signed by a log key configured for that origin.
        var opened = Checkpoint.open(checkpoint, logKeys);
        // 3. Verify all cosignatures for witnesses known to the verifier.
        if (Cosignature.on(checkpoint, witnesses).size() < quorum) {
            throw new NoteRejected("fewer than " + quorum + " known witnesses have cosigned");
        }
        // 4. Check that the inclusion proof is valid, to bind the leaf hash to the root of the signed checkpoint.
        new InclusionProof(index, opened.size(), path).verify(leaf, opened.root());
        return opened;
    }

    private static boolean startsWith(List<String> lines, String prefix) {
        return !lines.isEmpty() && lines.getFirst().startsWith(prefix);
    }

    private static Hash hash(String base64) {
        try {
            return Hash.ofBase64(base64);
        } catch (IllegalArgumentException e) {
            throw new NoteRejected("a line of the path is the base64 of 32 bytes", e);
        }
    }
}
