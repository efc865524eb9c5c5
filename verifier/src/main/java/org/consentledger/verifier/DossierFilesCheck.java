package org.consentledger.verifier;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.consentledger.dossier.DossierFiles;
import org.consentledger.dossier.DossierPaths;
import org.consentledger.dossier.Manifest;
import org.consentledger.dossier.PrintedReport;
import org.consentledger.dossier.ReceivedDossier;
import org.consentledger.dossier.Sources;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;

/** Makes all files of a dossier anew from its sources, and compares every byte with those received. */
final class DossierFilesCheck {
    private final ReceivedDossier received;
    private final Findings findings;

    DossierFilesCheck(ReceivedDossier received, Findings findings) {
        this.received = received;
        this.findings = findings;
    }

    void check(Sources sources, List<VerifierKey> keys) {
        var expected = new TreeMap<>(DossierFiles.of(sources));
        expected.put(DossierPaths.MANIFEST, manifestOfReceived());
        var paths = new TreeSet<>(expected.keySet());
        paths.addAll(received.files().keySet());
        paths.remove(DossierPaths.SIGNATURE);
        paths.remove(DossierPaths.PRINTED);
        for (var path : paths) {
            byte[] right = expected.get(path);
            byte[] found = received.file(path);
            if (right == null) {
                findings.add(Damage.DOSSIER_CHANGED, path, " does not belong to a dossier");
            } else if (found == null) {
                findings.add(Damage.FILE_MISSING, path, " is missing");
            } else if (!Arrays.equals(right, found)) {
                tell(path);
            }
        }
        checkSignature(keys);
        checkPrinted();
    }

    /** It takes longest, so it is made anew only where nothing else is refused; until then the manifest speaks for it. */
    private void checkPrinted() {
        byte[] report = received.file(DossierPaths.REPORT);
        byte[] printed = received.file(DossierPaths.PRINTED);
        if (printed == null) {
            findings.add(Damage.FILE_MISSING, DossierPaths.PRINTED, " is missing");
        } else if (report != null && findings.kept().isEmpty() && !Arrays.equals(PrintedReport.of(report), printed)) {
            tell(DossierPaths.PRINTED);
        }
    }

    /** The manifest is held against the files that are there, so that a changed one is told once. */
    private byte[] manifestOfReceived() {
        var files = new TreeMap<>(received.files());
        files.remove(DossierPaths.MANIFEST);
        files.remove(DossierPaths.SIGNATURE);
        return Manifest.of(files);
    }

    private void tell(String path) {
        if (path.startsWith("answer.")) {
            findings.add(
                    Damage.ANSWER_REWRITTEN, path, " is not the answer that follows from the facts in the dossier");
        } else {
            findings.add(Damage.DOSSIER_CHANGED, path, " is not what follows from the other files");
        }
    }

    private void checkSignature(List<VerifierKey> keys) {
        byte[] signature = received.file(DossierPaths.SIGNATURE);
        byte[] manifest = received.file(DossierPaths.MANIFEST);
        if (signature == null || manifest == null) {
            findings.add(
                    Damage.DOSSIER_NOT_SIGNED,
                    Finding.NOWHERE,
                    "without the ledger's signature nobody vouches for what is shown opened, nor that the last facts are there");
            return;
        }
        try {
            var note = SignedNote.parse(signature);
            note.verify(keys);
            if (!note.text().equals(Manifest.toSign(manifest))) {
                findings.add(
                        Damage.DOSSIER_NOT_SIGNED, Finding.NOWHERE, "the ledger signed another manifest than this one");
            }
        } catch (NoteRejected e) {
            findings.add(Damage.DOSSIER_NOT_SIGNED, DossierPaths.SIGNATURE, ": " + e.getMessage());
        }
    }
}
