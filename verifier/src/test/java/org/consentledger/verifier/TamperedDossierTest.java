package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consentledger.dossier.DossierFiles;
import org.consentledger.dossier.DossierPaths;
import org.consentledger.dossier.FixedDossier;
import org.consentledger.dossier.PrintedReport;
import org.consentledger.ledger.audit.Damage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A dossier in which somebody changed files, the ledger itself not excepted. */
class TamperedDossierTest {
    /** So that about a hundred of the archive's bytes are tried; {@code ArchiveTest} tries each bit of a small one. */
    private static final int STRIDE = 1499;

    private static final CheckedDossier GENUINE = CheckedDossier.of(FixedDossier.withKey());
    private static final List<String> ANSWERS = List.of("answer.ja.json", "answer.en.json");

    private static List<CheckedDossier> changed(String path) {
        int length = GENUINE.file(path).length;
        return List.of(
                GENUINE.flipped(path, 0),
                GENUINE.flipped(path, length / 2),
                GENUINE.flipped(path, length - 1),
                GENUINE.with(path, text -> text + "\n"),
                GENUINE.without(path));
    }

    @Test
    @DisplayName("どのファイルを変えても、検証は通らない")
    void refusesAChangeOfAnyFile() {
        for (var path : GENUINE.files().keySet()) {
            for (var changed : changed(path)) {
                assertThat(changed.damage()).as(path).isNotEmpty();
            }
        }
        assertThat(GENUINE.with("note.txt", new byte[] {'x'}).damage()).contains(Damage.DOSSIER_CHANGED);
        assertThat(GENUINE.with("folder/", new byte[0]).damage()).contains(Damage.DOSSIER_CHANGED);
    }

    @Test
    @DisplayName("目録と署名ごと作り直しても、事実から導かれるものは変えられない")
    void refusesWhatDoesNotFollowFromTheFactsEvenWhereTheLedgerItselfSignsIt() {
        for (var path : GENUINE.files().keySet()) {
            // The list of keys is one's own word to whoever has none from elsewhere; the rest of them is made anew
            // here.
            if (!path.equals(DossierPaths.KEYS) && !path.startsWith("manifest")) {
                for (var changed : changed(path)) {
                    assertThat(changed.signedAgain().damage()).as(path).isNotEmpty();
                }
            }
        }
    }

    @Test
    @DisplayName("書庫のどのバイトを変えても、拒まれるか、どのファイルも変わらない")
    void refusesAChangeOfTheArchiveOrItChangesNoFile() {
        byte[] archive = DossierFiles.zip(GENUINE.files());
        for (int at = 0; at < archive.length; at += STRIDE) {
            byte[] changed = archive.clone();
            changed[at] ^= (byte) (1 << (at % 8));
            assertThat(CheckedDossier.verdict(changed).isVerified())
                    .as("byte " + at)
                    .isFalse();
        }
    }

    @Test
    @DisplayName("証明はそのままに答えだけを書き換えた証跡は、拒まれる")
    void refusesARewrittenAnswerThoughEveryProofIsIntact() {
        for (var change : Map.of(
                        "\"state\":\"WITHDRAWN\"", "\"state\":\"CONSENTED\"",
                        "\"mode\":\"NOTICE\"", "\"mode\":\"ACCEPTED\"",
                        "\"number\":2", "\"number\":1",
                        "2021-06-30T15:00:00Z", "2021-06-29T15:00:00Z",
                        "USE_SUSPENDED", "NO_THIRD_PARTIES",
                        "\"position\":10", "\"position\":9",
                        "\"ledgerSize\":11", "\"ledgerSize\":12")
                .entrySet()) {
            for (var path : ANSWERS) {
                var rewritten = GENUINE.with(path, answer -> answer.replace(change.getKey(), change.getValue()));
                assertThat(rewritten.signedAgain().damage())
                        .as(path + ": " + change)
                        .containsExactly(Damage.ANSWER_REWRITTEN);
            }
        }
    }

    @Test
    @DisplayName("報告書と目録をともに書き換えた証跡は、拒まれる")
    void refusesAReportThatSaysSomethingElseThoughItIsPrintedAndSignedSo() {
        var rewritten = GENUINE.with(DossierPaths.REPORT, page -> page.replace("同意したが、後に撤回した", "同意した（この目的について個別に）"));
        byte[] printed = PrintedReport.of(rewritten.file(DossierPaths.REPORT));
        assertThat(rewritten.signedAgain().damage()).containsExactly(Damage.DOSSIER_CHANGED);
        assertThat(GENUINE.with(DossierPaths.PRINTED, printed).signedAgain().damage())
                .as("the print alone")
                .containsExactly(Damage.DOSSIER_CHANGED);
        assertThat(rewritten.with(DossierPaths.PRINTED, printed).signedAgain().damage())
                .as("page and print")
                .containsExactly(Damage.DOSSIER_CHANGED);
    }

    @Test
    @DisplayName("途中の事実を抜いた証跡は、拒まれる")
    void refusesADossierWithoutOneOfItsFacts() {
        var sources = FixedDossier.sources();
        for (int i = 0; i < sources.relevant().size(); i++) {
            var fewer = new ArrayList<>(sources.relevant());
            var left = fewer.remove(i).proven().event();
            boolean isLastOfItsSequence = fewer.stream()
                    .map(relevant -> relevant.proven().event())
                    .noneMatch(event -> event.aggregateId().equals(left.aggregateId()) && event.seq() > left.seq());
            var remade = GENUINE.remade(TamperedSources.relevant(sources, fewer));
            if (isLastOfItsSequence) {
                // Nothing but the ledger's signature says that it was the last; who takes it out does not have that.
                remade = remade.with(DossierPaths.SIGNATURE, GENUINE.file(DossierPaths.SIGNATURE));
            }
            assertThat(remade.damage()).as("fact " + left.position()).isNotEmpty();
        }
    }
}
