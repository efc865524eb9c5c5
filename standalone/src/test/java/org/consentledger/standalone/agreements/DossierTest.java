package org.consentledger.standalone.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consentledger.dossier.DossierPaths;
import org.consentledger.dossier.ReceivedDossier;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.standalone.InProcessProduct;
import org.consentledger.verifier.DossierCheck;
import org.consentledger.verifier.DossierVerdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Dossiers of the running product, checked with nothing but their files and the ledger's key. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class DossierTest {
    private static final String ACCEPTANCE = """
            {"termsId":"alpha","edition":4,"digest":"%s","channel":"PHONE",
             "actor":{"kind":"STAFF","name":"山田 花子","reason":"電話で承りました"},
             "decisions":{"news":"GIVEN","ads":"REFUSED"}}""".replace("%s", PublishedTerms.digest("alpha", 4));

    private Path directory;
    private InProcessProduct product;
    private Client client;
    private VerifierKey ledgersKey;

    @BeforeAll
    void publishTerms(@TempDir Path scratch) throws Exception {
        directory = scratch;
        product = InProcessProduct.start(directory.resolve("data"));
        client = new Client(product.url());
        var terms = new PublishedTerms(client);
        terms.register();
        for (int edition = 1; edition <= PublishedTerms.FIRST_EDITIONS; edition++) {
            terms.publish("alpha", edition);
        }
        ledgersKey = new KeyDirectory(directory.resolve("data/keys")).key(null).verifierKey();
    }

    @AfterAll
    void stop() throws IOException {
        client.close();
        product.close();
    }

    private Client.Answer write(String customer, String what, String body) {
        var path = "/api/v1/customers/" + customer + "/" + what;
        var answer = client.postPatiently(path, body, customer + what + body.hashCode());
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer;
    }

    /** Where the archive of a dossier lies. */
    private Path dossier(String customer, String more) throws IOException {
        var path = "/api/v1/customers/" + customer + "/dossier?termsId=alpha" + more;
        return Files.write(Files.createTempFile(directory, "dossier", ".zip"), client.bytes(path));
    }

    private DossierVerdict verdict(Path received) throws IOException {
        return new DossierCheck(received, List.of(ledgersKey), new Quorum(List.<VerifierKey>of(), 0)).run();
    }

    /** The files of a dossier that was verified. */
    private Map<String, byte[]> verified(Path received) throws IOException {
        var verdict = verdict(received);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.isVerified()).isTrue();
        return ReceivedDossier.read(received).files();
    }

    private static String text(Map<String, byte[]> files, String path) {
        return new String(Objects.requireNonNull(files.get(path), path), UTF_8);
    }

    @Test
    @DisplayName("証跡は、ファイルと台帳の鍵だけで検証できる")
    void verifiesWithNothingButItsFileAndTheLedgersKey() throws IOException {
        write("c", "acceptances", ACCEPTANCE);
        write("c", "consents", """
                {"termsId":"alpha","purposeId":"news","decision":"WITHDRAWN","channel":"WEB"}""");
        var files = verified(dossier("c", ""));
        assertThat(text(files, "answer.en.json"))
                .contains("\"purposeId\":\"news\"")
                .contains("\"state\":\"WITHDRAWN\"");
        assertThat(text(files, DossierPaths.REPORT))
                .contains("山田 花子", "同意したが、後に撤回した", "agreed, then withdrew the consent");
        assertThat(files.keySet().stream().filter(path -> path.startsWith("events/")))
                .noneMatch(path -> text(files, path).contains("山田"));
        assertThat(files.keySet()).noneMatch(path -> path.startsWith("datakeys/"));
    }

    @Test
    @DisplayName("解凍した証跡は、フォルダーのまま検証できる")
    void verifiesAsTheFolderThatItWasUnpackedInto() throws IOException {
        write("unpacked", "acceptances", ACCEPTANCE);
        var folder = Files.createDirectory(directory.resolve("unpacked"));
        for (var file : verified(dossier("unpacked", "")).entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        assertThat(ReceivedDossier.isUnpackedIn(folder)).isTrue();
        verified(folder);
        Files.writeString(folder.resolve("note.txt"), "x");
        assertThat(verdict(folder).isVerified()).isFalse();
    }

    @Test
    @DisplayName("争いがあるときは、データ鍵を添えて、記録された内容を自ら開くことができる")
    void handsOverTheDataKeyWhereItIsAskedFor() throws IOException {
        write("disputed", "acceptances", ACCEPTANCE);
        var received = dossier("disputed", "&keys=true");
        assertThat(verified(received)).containsKey("datakeys/1");
        assertThat(verdict(received).remarks()).anyMatch(remark -> remark.what().contains("open 1 payloads"));
        assertThat(client.get("/api/v1/customers/disputed/dossier?termsId=alpha&keys=yes")
                        .status())
                .isEqualTo(400);
        assertThat(verified(dossier("nobody", "&keys=true")).keySet())
                .as("nothing is sealed, so there is no key")
                .noneMatch(path -> path.startsWith("datakeys/"));
    }

    @Test
    @DisplayName("利用の停止は、証跡に現れる")
    void tellsOfASuspensionOfUse() throws IOException {
        write("suspended", "acceptances", ACCEPTANCE);
        var request = "requests/"
                + write("suspended", "requests", "{\"kind\":\"SUSPENSION_OF_USE\"}")
                        .text("requestId");
        write("suspended", request + "/identity-check", "{\"outcome\":\"CONFIRMED\",\"method\":\"免許証\"}");
        write("suspended", request + "/fee", "{\"paid\":true,\"amount\":0,\"currency\":\"JPY\"}");
        write("suspended", request + "/decision", "{\"outcome\":\"GRANTED\",\"reason\":\"不要となったため\"}");
        var files = verified(dossier("suspended", ""));
        assertThat(text(files, "answer.ja.json")).contains("USE_SUSPENDED");
        assertThat(text(files, DossierPaths.REPORT)).contains("利用を停止しています", "不要となったため");
        assertThat(text(files, DossierPaths.REPORT))
                .as("what no answer rests on")
                .doesNotContain("免許証");
    }

    @Test
    @DisplayName("取り消された記録と、他から取り込んだ記録は、そのとおりに述べられる")
    void tellsOfAnAnnulledAndOfAnImportedRecord() throws IOException {
        write("late", "acceptances", """
                {"termsId":"alpha","edition":1,"digest":"%s","channel":"LETTER","expressedAt":"2019-05-01T00:00:00+09:00",
                 "actor":{"kind":"SELF"},"source":{"kind":"PAPER","reference":"folder-7/42","datePrecision":"DAY"}}\
                """.replace("%s", PublishedTerms.digest("alpha", 1)));
        var mistaken = write("late", "acceptances", ACCEPTANCE).text("recordId");
        write("late", "annulments", "{\"recordId\":\"" + mistaken + "\",\"reason\":\"別のお客様でした\"}");
        var files = verified(dossier("late", ""));
        assertThat(text(files, "answer.en.json")).contains("FROM_PAPER").doesNotContain(mistaken);
        assertThat(text(files, DossierPaths.REPORT)).contains("folder-7/42", "記録の取消し", "別のお客様でした");
    }
}
