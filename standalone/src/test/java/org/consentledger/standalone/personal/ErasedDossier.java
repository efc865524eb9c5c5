package org.consentledger.standalone.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consentledger.dossier.ReceivedDossier;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.verifier.DossierCheck;

/** The dossier of a customer whose personal data were erased: its proofs stand, and nobody can be handed the key. */
final class ErasedDossier {
    private ErasedDossier() {}

    static void stands(Client client, String customer, Path directory) throws IOException {
        var path = "/api/v1/customers/" + customer + "/dossier?termsId=t";
        var received = Files.write(directory.resolve("erased.zip"), client.bytes(path));
        var key = new KeyDirectory(directory.resolve("data/keys")).key(null).verifierKey();
        var verdict = new DossierCheck(received, List.of(key), new Quorum(List.of(), 0)).run();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.isVerified()).isTrue();
        assertThat(ReceivedDossier.read(received).files().keySet()).noneMatch(file -> file.startsWith("datakeys/"));
        assertThat(client.declined(409, path + "&keys=true")).contains("CUSTOMER_ERASED");
    }
}
