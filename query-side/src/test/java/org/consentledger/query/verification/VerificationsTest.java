package org.consentledger.query.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.query.AskedApplication.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.consentledger.dossier.DossierRejected;
import org.consentledger.dossier.ReceivedDossier;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class VerificationsTest {
    private static final String PATH = "/api/v1/verifications";
    private static final int CHANGES = 60;
    private static final long SEED = 20200221;

    @SuppressWarnings("NullAway.Init")
    private AskedApplication application;

    @BeforeEach
    void given(@TempDir Path keys) {
        application = AskedApplication.start("--ledger.keys-directory=" + keys);
        application.record(
                Facts.registered("t"),
                Facts.published("t", 1, "2019-07-30", INITIAL),
                Facts.accepted("t", "c", 1, "2020-01-01T00:00:00Z"),
                Facts.accepted("t", "d", 1, "2020-01-01T00:00:00Z"));
    }

    @AfterEach
    void stop() {
        application.close();
    }

    private byte[] receipt(int position) {
        var event = application.ledger().get(position).getIdentifier();
        return application.bytes("/ledger/receipts/" + event).body();
    }

    private byte[] dossier() {
        return application.bytes("/api/v1/customers/c/dossier?termsId=t").body();
    }

    private JsonNode check(String type, byte[] file) {
        var answer = application.post(PATH, file, "Content-Type", type);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static List<String> codes(JsonNode verdict) {
        var codes = new ArrayList<String>();
        verdict.get("findings").forEach(finding -> codes.add(finding.get("code").stringValue()));
        return codes;
    }

    @Test
    @DisplayName("受領証は、台帳のその位置にある記録に照らして確かめられ、それがどの事象かも分かる")
    void verifiesAReceiptBesideTheLeafThatTheLedgerHas() {
        for (int position = 0; position < 4; position++) {
            var verdict = check("text/plain", receipt(position));
            assertThat(codes(verdict)).isEmpty();
            assertThat(verdict.get("kind").stringValue()).isEqualTo("RECEIPT");
            assertThat(verdict.get("verified").booleanValue()).isTrue();
            assertThat(verdict.get("position").intValue()).isEqualTo(position);
            assertThat(verdict.get("eventId").stringValue())
                    .isEqualTo(application.ledger().get(position).getIdentifier());
        }
    }

    @Test
    @DisplayName("証跡は、その答えが台帳の事実から導かれることまで確かめられる")
    void verifiesADossier() {
        var verdict = check("application/zip", dossier());
        assertThat(codes(verdict)).isEmpty();
        assertThat(verdict.get("verified").booleanValue()).isTrue();
        assertThat(verdict.at("/question/customerId").stringValue()).isEqualTo("c");
        assertThat(verdict.get("facts").intValue()).isEqualTo(3);
        assertThat(verdict.at("/remarks/0/code").stringValue()).isEqualTo("NO_TIMESTAMP");
    }

    @Test
    @DisplayName("一文字でも変えられた受領証や証跡は、決して有効とされない")
    void neverVerifiesWhatWasChanged() {
        var random = new Random(SEED);
        var receipt = receipt(2);
        var dossier = dossier();
        for (int i = 0; i < CHANGES; i++) {
            neverVerified("text/plain", changed(receipt, random));
            var archive = changed(dossier, random);
            if (!holdsTheSame(dossier, archive)) {
                neverVerified("application/zip", archive);
            }
        }
        for (var nonsense : List.of("", "receipt", "PK", "c2sp.org/tlog-proof@v1\nindex 0\n\n")) {
            neverVerified("text/plain", nonsense.getBytes(UTF_8));
            neverVerified("application/zip", nonsense.getBytes(UTF_8));
        }
    }

    private static byte[] changed(byte[] file, Random random) {
        var changed = file.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    /** The bits that fill up the last byte of a deflated file say nothing (RFC 1951 §3.1.1). */
    private static boolean holdsTheSame(byte[] dossier, byte[] archive) {
        try {
            var files = ReceivedDossier.unpacked(dossier, dossier.length * 100L).files();
            var found = ReceivedDossier.unpacked(archive, dossier.length * 100L).files();
            return files.keySet().equals(found.keySet())
                    && files.keySet().stream().allMatch(path -> Arrays.equals(files.get(path), found.get(path)));
        } catch (DossierRejected _) {
            return false;
        }
    }

    private void neverVerified(String type, byte[] file) {
        var verdict = check(type, file);
        assertThat(verdict.get("verified").booleanValue())
                .as(new String(file, UTF_8))
                .isFalse();
        assertThat(codes(verdict)).isNotEmpty();
    }

    @Test
    @DisplayName("台帳がいま持たない記録の受領証は、署名が本物でも有効ではない")
    void doesNotVerifyWhatTheLedgerDoesNotHoldAnyMore() {
        var receipt = receipt(3);
        var dossier = dossier();

        application.withoutGuards("update ledger.leaf set statement = convert_to('{}', 'UTF8') where position = 3");
        assertThat(codes(check("text/plain", receipt))).containsExactly("RECEIPT_CONTRADICTED");

        application.withoutGuards("update ledger.leaf set hash = sha256(hash)");
        assertThat(codes(check("application/zip", dossier))).contains("CHECKPOINT_CONTRADICTED");

        application.withoutGuards("delete from ledger.checkpoint where size > 2");
        assertThat(codes(check("application/zip", dossier))).contains("CHECKPOINT_BEYOND");
        assertThat(check("text/plain", receipt).get("verified").booleanValue()).isFalse();
    }

    @Test
    @DisplayName("大きすぎるもの、開くと大きくなりすぎるものは、開かずに断る")
    void opensNothingThatIsTooLarge() {
        assertThat(application
                        .post(PATH, new byte[(64 << 10) + 1], "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(413);
        assertThat(application
                        .post(PATH, new byte[(32 << 20) + 1], "Content-Type", "application/zip")
                        .statusCode())
                .isEqualTo(413);
        assertThat(application
                        .post(PATH, "{}".getBytes(UTF_8), "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(415);

        var bomb = check("application/zip", withSize(dossier(), 0x7fffffff));
        assertThat(bomb.at("/findings/0/message").stringValue()).contains("holds more than");
    }

    /** The first file of the archive says in both its headers (ZIP, APPNOTE 4.3.7, 4.3.12) that it is so large. */
    private static byte[] withSize(byte[] archive, int size) {
        var all = ByteBuffer.wrap(archive.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int directory = all.getInt(archive.length - 6);
        all.putInt(22, size).putInt(directory + 24, size);
        return all.array();
    }
}
