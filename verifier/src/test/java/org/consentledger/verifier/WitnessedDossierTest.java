package org.consentledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.tsp.TimeStampRequest;
import org.consentledger.dossier.FixedDossier;
import org.consentledger.dossier.Sources;
import org.consentledger.dossier.Stamp;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.testing.TestAuthority;
import org.consentledger.ledger.testing.TestCosigner;
import org.consentledger.ledger.timestamp.TimestampQuery;
import org.consentledger.ledger.timestamp.TimestampedCheckpoint;
import org.consentledger.ledger.timestamp.TrustedAuthority;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A dossier under a checkpoint that a witness cosigned, with the time stamp of an authority. */
@SuppressWarnings("NullAway.Init")
class WitnessedDossierTest {
    private static final int ALL = 11;
    private static final TestCosigner WITNESS = TestCosigner.named("witness.example/w1");
    private static final TestCosigner NOBODY = TestCosigner.named("witness.example/w2");
    private static final Quorum ASKED_FOR = new Quorum(List.of(WITNESS.key()), 1);

    private static TestAuthority authority;
    private static TestAuthority another;
    private static CheckedDossier genuine;

    @BeforeAll
    static void make() throws Exception {
        authority = TestAuthority.start();
        another = TestAuthority.start();
        genuine = CheckedDossier.of(sources(cosigned(WITNESS), stamp(ALL)));
    }

    @AfterAll
    static void stop() {
        authority.close();
        another.close();
    }

    private static Sources sources(SignedNote checkpoint, @Nullable Stamp stamp) {
        var fixed = FixedDossier.sources();
        return new Sources(
                fixed.question(),
                checkpoint,
                fixed.keys(),
                fixed.relevant(),
                fixed.others(),
                fixed.handedKeys(),
                stamp);
    }

    private static SignedNote cosigned(TestCosigner witness) {
        var signed = FixedDossier.checkpoint(ALL);
        return signed.with(witness.cosign(Checkpoint.parse(signed.text())).signature());
    }

    /** Over the checkpoint of the first leaves. */
    private static Stamp stamp(int size) throws Exception {
        var note = FixedDossier.checkpoint(size).encode();
        var query = TimestampQuery.about(note.getBytes(UTF_8), null, new SecureRandom());
        byte[] token = query.accept(authority.reply(new TimeStampRequest(query.encode())))
                .encode();
        return new Stamp(new TimestampedCheckpoint(note, token), FixedDossier.consistency(size));
    }

    private static List<Damage> damage(CheckedDossier dossier, TrustedAuthority trusted) {
        return dossier.verdict(ASKED_FOR, trusted).findings().stream()
                .map(Finding::damage)
                .distinct()
                .toList();
    }

    private static List<Damage> damage(CheckedDossier dossier) {
        return damage(dossier, authority.trusted());
    }

    @Test
    @DisplayName("立会人の連署とタイムスタンプのある証跡は、両者を信じる者に検証できる")
    void verifiesForWhoeverTrustsWitnessAndAuthority() {
        var verdict = genuine.verdict(ASKED_FOR, authority.trusted());
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.isVerified()).isTrue();
        assertThat(verdict.cosignatures()).hasSize(1);
        assertThat(verdict.remarks()).anyMatch(remark -> remark.what().startsWith("stamped at "));
    }

    @Test
    @DisplayName("信じる立会人の連署のない証跡は、拒まれる")
    void refusesOneThatNoTrustedWitnessCosigned() throws Exception {
        for (var checkpoint : List.of(FixedDossier.checkpoint(ALL), cosigned(NOBODY))) {
            assertThat(damage(genuine.remade(sources(checkpoint, stamp(ALL))))).contains(Damage.QUORUM_NOT_MET);
        }
    }

    @Test
    @DisplayName("信じる機関のものでないタイムスタンプのある証跡は、拒まれる")
    void refusesTheTimeStampOfAnAuthorityThatIsNotTrusted() {
        assertThat(damage(genuine, another.trusted())).containsExactly(Damage.TIMESTAMP_REJECTED);
    }

    @Test
    @DisplayName("すべての事実には及ばないタイムスタンプのある証跡は、拒まれる")
    void refusesATimeStampThatDoesNotCoverEveryFact() throws Exception {
        for (int size = 1; size < ALL; size++) {
            assertThat(damage(genuine.remade(sources(cosigned(WITNESS), stamp(size)))))
                    .as("over " + size + " leaves")
                    .contains(Damage.TIMESTAMP_REJECTED);
        }
    }

    @Test
    @DisplayName("タイムスタンプのファイルは、どれを変えても、台帳が署名していても拒まれる")
    void refusesAChangeOfAnyFileOfTheTimeStampEvenWhereTheLedgerSignsIt() throws Exception {
        var earlier = CheckedDossier.of(sources(cosigned(WITNESS), stamp(ALL - 1)));
        for (var path : genuine.files().keySet()) {
            if (path.startsWith("timestamp/")) {
                assertThat(damage(genuine.without(path).signedAgain())).as(path).isNotEmpty();
                assertThat(damage(genuine.with(path, earlier.file(path)).signedAgain()))
                        .as(path)
                        .isNotEmpty();
                assertThat(damage(genuine.with(path, text -> text + "\n").signedAgain()))
                        .as(path)
                        .isNotEmpty();
            }
        }
    }
}
