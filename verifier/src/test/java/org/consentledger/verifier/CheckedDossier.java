package org.consentledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.consentledger.dossier.DossierFiles;
import org.consentledger.dossier.DossierPaths;
import org.consentledger.dossier.FixedDossier;
import org.consentledger.dossier.Manifest;
import org.consentledger.dossier.Sources;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.timestamp.TrustedAuthority;
import org.jspecify.annotations.Nullable;

/**
 * The files of the fixed dossier, to be changed and checked.
 *
 * @param files by path
 */
record CheckedDossier(Map<String, byte[]> files) {
    static CheckedDossier of(Sources sources) {
        return new CheckedDossier(DossierFiles.signed(sources, FixedDossier.KEY));
    }

    /**
     * What follows from other sources, signed, with the printed report as it is: that is compared where nothing else is
     * refused, and printing takes longest.
     */
    CheckedDossier remade(Sources sources) {
        var made = DossierFiles.of(sources);
        made.put(DossierPaths.PRINTED, file(DossierPaths.PRINTED));
        return new CheckedDossier(made).signedAgain();
    }

    byte[] file(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    CheckedDossier with(String path, byte[] bytes) {
        var changed = new TreeMap<>(files);
        changed.put(path, bytes);
        return new CheckedDossier(changed);
    }

    CheckedDossier with(String path, UnaryOperator<String> change) {
        var before = new String(file(path), UTF_8);
        var after = change.apply(before);
        assertThat(after).as(path).isNotEqualTo(before);
        return with(path, after.getBytes(UTF_8));
    }

    CheckedDossier without(String path) {
        var changed = new TreeMap<>(files);
        changed.remove(path);
        return new CheckedDossier(changed);
    }

    CheckedDossier flipped(String path, int at) {
        byte[] bytes = file(path).clone();
        bytes[at] ^= 1;
        return with(path, bytes);
    }

    /** Manifest and signature made anew, as only the ledger itself could. */
    CheckedDossier signedAgain() {
        var unsigned = without(DossierPaths.SIGNATURE).without(DossierPaths.MANIFEST);
        byte[] manifest = Manifest.of(unsigned.files());
        return unsigned.with(DossierPaths.MANIFEST, manifest)
                .with(
                        DossierPaths.SIGNATURE,
                        Manifest.sign(manifest, FixedDossier.KEY).encode().getBytes(UTF_8));
    }

    DossierVerdict verdict() {
        return verdict(DossierFiles.zip(files));
    }

    static DossierVerdict verdict(byte[] archive) {
        return verdict(archive, new Quorum(List.<VerifierKey>of(), 0), null);
    }

    /** What it comes to for a reader who trusts these witnesses and that authority. */
    DossierVerdict verdict(Quorum witnesses, @Nullable TrustedAuthority authority) {
        return verdict(DossierFiles.zip(files), witnesses, authority);
    }

    private static DossierVerdict verdict(byte[] archive, Quorum witnesses, @Nullable TrustedAuthority authority) {
        try {
            var file = Files.createTempFile("dossier", ".zip");
            try {
                return new DossierCheck(Files.write(file, archive), List.of(FixedDossier.KEY.verifierKey()), witnesses)
                        .trusting(authority)
                        .run();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong, each kind once; nothing where it is verified. */
    List<Damage> damage() {
        var verdict = verdict();
        assertThat(verdict.isVerified()).isEqualTo(verdict.findings().isEmpty());
        return verdict.findings().stream().map(Finding::damage).distinct().toList();
    }
}
