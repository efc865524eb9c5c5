package org.consentledger.standalone.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.consentledger.dossier.DossierFiles;
import org.consentledger.dossier.DossierPaths;
import org.consentledger.dossier.Manifest;
import org.consentledger.dossier.PrintedReport;
import org.consentledger.dossier.ReceivedDossier;
import org.consentledger.dossier.RelevantEvent;
import org.consentledger.dossier.Sources;
import org.consentledger.dossier.StatedEvents;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.ProvenEvent;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.standalone.InProcessProduct;
import org.consentledger.verifier.DossierCheck;
import org.consentledger.verifier.DossierVerdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A dossier of the running product, checked with nothing but its file and the ledger's key, as it is and tampered with. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class DossierTest {
    private static final String TERMS = "alpha";

    private Map<String, byte[]> genuine;
    private SigningKey ledgersKey;

    private Path directory;

    @BeforeAll
    void takeADossierOutOfTheProduct(@TempDir Path scratch) throws Exception {
        directory = scratch;
        try (var product = InProcessProduct.start(directory.resolve("data"));
                var client = new Client(product.url())) {
            var terms = new PublishedTerms(client);
            terms.register();
            for (int edition = 1; edition <= PublishedTerms.FIRST_EDITIONS; edition++) {
                terms.publish(TERMS, edition);
            }
            record(client, "acceptances", """
                    {"termsId":"alpha","edition":4,"digest":"%s","channel":"PHONE",
                     "actor":{"kind":"STAFF","name":"山田 花子","reason":"電話で承りました"},
                     "decisions":{"news":"GIVEN","ads":"REFUSED"}}""".replace("%s", PublishedTerms.digest(TERMS, 4)));
            record(client, "consents", """
                    {"termsId":"alpha","purposeId":"news","decision":"WITHDRAWN","channel":"WEB"}""");
            genuine = downloaded(client);
        }
        ledgersKey = new KeyDirectory(directory.resolve("data/keys")).key(null);
    }

    private static void record(Client client, String what, String body) {
        var answer = client.postPatiently("/api/v1/customers/c/" + what, body, what);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    }

    private Map<String, byte[]> downloaded(Client client) throws IOException {
        var archive = directory.resolve("downloaded.zip");
        Files.write(archive, client.bytes("/api/v1/customers/c/dossier?termsId=alpha"));
        return new TreeMap<>(ReceivedDossier.read(archive).files());
    }

    private DossierVerdict verdict(Map<String, byte[]> files) throws IOException {
        var archive = Files.write(Files.createTempFile(directory, "dossier", ".zip"), DossierFiles.zip(files));
        return new DossierCheck(archive, List.of(ledgersKey.verifierKey()), new Quorum(List.<VerifierKey>of(), 0))
                .run();
    }

    private List<Damage> damage(Map<String, byte[]> files) throws IOException {
        var verdict = verdict(files);
        assertThat(verdict.isVerified()).isEqualTo(verdict.findings().isEmpty());
        return verdict.findings().stream().map(Finding::damage).distinct().toList();
    }

    /** Manifest and signature made anew, as only the ledger itself could. */
    private Map<String, byte[]> signedAgain(Map<String, byte[]> files) {
        files.remove(DossierPaths.SIGNATURE);
        files.remove(DossierPaths.MANIFEST);
        byte[] manifest = Manifest.of(files);
        files.put(DossierPaths.MANIFEST, manifest);
        files.put(
                DossierPaths.SIGNATURE,
                Manifest.sign(manifest, ledgersKey).encode().getBytes(UTF_8));
        return files;
    }

    private Map<String, byte[]> with(String path, UnaryOperator<String> change) {
        var files = new TreeMap<>(genuine);
        var before = new String(files.get(path), UTF_8);
        var after = change.apply(before);
        assertThat(after).as(path).isNotEqualTo(before);
        files.put(path, after.getBytes(UTF_8));
        return files;
    }

    @Test
    @DisplayName("証跡は、ファイルと台帳の鍵だけで検証できる")
    void verifiesWithNothingButItsFileAndTheLedgersKey() throws IOException {
        var verdict = verdict(genuine);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.isVerified()).isTrue();
        assertThat(new String(genuine.get("answer.en.json"), UTF_8))
                .contains("\"purposeId\":\"news\"")
                .contains("\"state\":\"WITHDRAWN\"");
        assertThat(new String(genuine.get(DossierPaths.REPORT), UTF_8))
                .contains("山田 花子")
                .contains("後に撤回した")
                .contains("then withdrew the consent");
        assertThat(genuine.keySet().stream().filter(path -> path.startsWith("events/")))
                .noneMatch(path -> new String(genuine.get(path), UTF_8).contains("山田"));
    }

    @Test
    @DisplayName("どのファイルを変えても、検証は通らない")
    void refusesAChangeOfAnyFile() throws IOException {
        for (var path : genuine.keySet()) {
            for (var changed : List.of(flipped(path), appended(path), without(path))) {
                assertThat(damage(changed)).as(path).isNotEmpty();
            }
        }
        var more = new TreeMap<>(genuine);
        more.put("note.txt", new byte[] {'x'});
        assertThat(damage(more)).contains(Damage.DOSSIER_CHANGED);
    }

    private Map<String, byte[]> flipped(String path) {
        var files = new TreeMap<>(genuine);
        byte[] bytes = Objects.requireNonNull(files.get(path)).clone();
        bytes[bytes.length / 2] ^= 1;
        files.put(path, bytes);
        return files;
    }

    private Map<String, byte[]> appended(String path) {
        return with(path, text -> text + "\n");
    }

    private Map<String, byte[]> without(String path) {
        var files = new TreeMap<>(genuine);
        files.remove(path);
        return files;
    }

    @Test
    @DisplayName("目録と署名ごと作り直しても、事実から導かれるものは変えられない")
    void refusesWhatDoesNotFollowFromTheFactsEvenWhereTheLedgerItselfSignsIt() throws IOException {
        for (var path : genuine.keySet()) {
            boolean isVouchedForBySignatureAlone = path.startsWith("opened/") || path.equals(DossierPaths.KEYS);
            if (!isVouchedForBySignatureAlone && !path.startsWith("manifest")) {
                assertThat(damage(signedAgain(flipped(path)))).as(path).isNotEmpty();
                assertThat(damage(signedAgain(without(path)))).as(path).isNotEmpty();
            }
        }
    }

    @Test
    @DisplayName("証明はそのままに答えだけを書き換えた証跡は、拒まれる")
    void refusesARewrittenAnswerThoughEveryProofIsIntact() throws IOException {
        for (var path : List.of("answer.ja.json", "answer.en.json")) {
            var rewritten = with(path, answer -> answer.replace("\"state\":\"WITHDRAWN\"", "\"state\":\"CONSENTED\""));
            assertThat(damage(signedAgain(rewritten))).containsExactly(Damage.ANSWER_REWRITTEN);
        }
        assertThat(damage(signedAgain(printed(page -> page.replace("agreed, then withdrew the consent", "agreed")))))
                .containsExactly(Damage.DOSSIER_CHANGED);
        var report = with(DossierPaths.REPORT, page -> page.replace("agreed, then withdrew the consent", "agreed"));
        assertThat(damage(signedAgain(report))).containsExactly(Damage.DOSSIER_CHANGED);
    }

    /** The genuine dossier, but what is printed is another page. */
    private Map<String, byte[]> printed(UnaryOperator<String> change) {
        var page = with(DossierPaths.REPORT, change).get(DossierPaths.REPORT);
        var files = new TreeMap<>(genuine);
        files.put(DossierPaths.PRINTED, PrintedReport.of(Objects.requireNonNull(page)));
        return files;
    }

    @Test
    @DisplayName("事実のどの項目を変え、すべてを作り直しても、検証は通らない")
    void refusesAChangeOfEachFieldOfEachFactThoughAllElseIsMadeAnew() throws IOException {
        var sources = new ReceivedDossier(genuine).sources();
        for (int i = 0; i < sources.relevant().size(); i++) {
            for (var changed : changed(sources.relevant().get(i).proven().event())) {
                assertThat(damage(remade(sources, i, changed)))
                        .as(changed.toString())
                        .isNotEmpty();
            }
        }
    }

    private Map<String, byte[]> remade(Sources sources, int index, EventBytes changed) {
        var relevant = new ArrayList<>(sources.relevant());
        var old = relevant.get(index);
        relevant.set(
                index,
                new RelevantEvent(
                        new ProvenEvent(
                                changed, old.proven().statement(), old.proven().proof()),
                        old.opened()));
        return signedAgain(made(new Sources(
                sources.question(),
                sources.checkpoint(),
                sources.keys(),
                relevant,
                sources.others(),
                sources.stamp())));
    }

    /** The files that follow from sources, with the printed report as it was: it is compared where nothing else is refused. */
    private Map<String, byte[]> made(Sources sources) {
        var files = DossierFiles.of(sources);
        files.put(DossierPaths.PRINTED, genuine.get(DossierPaths.PRINTED));
        return files;
    }

    /** The event with another value in each of its parts, and with each digit of its payload another. */
    private static List<EventBytes> changed(EventBytes event) {
        var changed = new ArrayList<EventBytes>();
        var payload = new String(event.payload(), UTF_8);
        for (int i = 0; i < payload.length(); i++) {
            char digit = payload.charAt(i);
            // A digit of a sealed member's cipher text is nobody's date or number, but counts all the same.
            if (Character.isDigit(digit) && i % 3 == 0) {
                var other = payload.substring(0, i) + (digit == '1' ? '2' : '1') + payload.substring(i + 1);
                readable(with(event, other)).ifPresent(changed::add);
            }
        }
        changed.add(with(event, payload + " "));
        changed.add(new EventBytes(
                event.position(),
                event.eventId(),
                event.aggregateType(),
                event.aggregateId(),
                event.seq(),
                event.payloadType(),
                event.payloadRevision(),
                event.payload(),
                event.metadata(),
                event.recordedAt().minusSeconds(60)));
        changed.add(new EventBytes(
                event.position(),
                event.eventId(),
                event.aggregateType(),
                event.aggregateId(),
                event.seq() + 1,
                event.payloadType(),
                event.payloadRevision(),
                event.payload(),
                "{\"recordedBy\":\"somebody-else\"}".getBytes(UTF_8),
                event.recordedAt()));
        return changed;
    }

    /** What cannot even be read makes no dossier. */
    private static Optional<EventBytes> readable(EventBytes event) {
        try {
            StatedEvents.of(List.of(event));
            return Optional.of(event);
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    private static EventBytes with(EventBytes event, String payload) {
        return new EventBytes(
                event.position(),
                event.eventId(),
                event.aggregateType(),
                event.aggregateId(),
                event.seq(),
                event.payloadType(),
                event.payloadRevision(),
                payload.getBytes(UTF_8),
                event.metadata(),
                event.recordedAt());
    }

    @Test
    @DisplayName("途中の事実を抜いた証跡は、拒まれる")
    void refusesADossierWithoutOneOfItsFacts() throws IOException {
        var sources = new ReceivedDossier(genuine).sources();
        int count = sources.relevant().size();
        for (int i = 0; i < count; i++) {
            var fewer = new ArrayList<>(sources.relevant());
            fewer.remove(i);
            var files = made(new Sources(
                    sources.question(),
                    sources.checkpoint(),
                    sources.keys(),
                    fewer,
                    sources.others(),
                    sources.stamp()));
            files.put(DossierPaths.MANIFEST, Manifest.of(files));
            // Without the ledger's signature, which whoever takes a fact out does not have.
            assertThat(damage(files)).as("fact " + i).isNotEmpty();
        }
    }
}
