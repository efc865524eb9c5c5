package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.dossier.FixedDossier;
import org.consentledger.ledger.audit.Damage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandedKeysTest {
    private static final CheckedDossier WITH_KEY = CheckedDossier.of(FixedDossier.withKey());
    private static final CheckedDossier WITHOUT_KEY = CheckedDossier.of(FixedDossier.sources());

    @Test
    @DisplayName("引き渡した鍵は、台帳が約した鍵であり、示した内容がそれで開く")
    void opensWhatIsShownWithTheKeyThatTheLedgerCommittedTo() {
        var verdict = WITH_KEY.verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.isVerified()).isTrue();
        assertThat(verdict.remarks())
                .extracting(Remark::what)
                .contains("the keys that were handed over open 3 payloads, each to what is shown of it");
        assertThat(WITHOUT_KEY.verdict().isVerified()).isTrue();
        assertThat(WITHOUT_KEY.files().keySet()).noneMatch(path -> path.contains("key") && path.contains("/"));
    }

    @Test
    @DisplayName("別の鍵は、台帳が署名していても拒まれる")
    void refusesAnotherKeyEvenWhereTheLedgerSignsIt() {
        var other = WITH_KEY.with("datakeys/1", hex -> hex.replaceFirst("07", "08"));
        assertThat(other.damage()).contains(Damage.DOSSIER_CHANGED, Damage.DATA_KEY_CONTRADICTED);
        assertThat(other.signedAgain().damage()).containsExactly(Damage.DATA_KEY_CONTRADICTED);
    }

    @Test
    @DisplayName("鍵があれば、示した内容の書換えは、台帳が署名していても見つかる")
    void findsWhatWasNotSealedThoughItIsShownAndSigned() {
        for (var path : WITH_KEY.files().keySet()) {
            if (path.startsWith("opened/")) {
                long position = Long.parseLong(path.replaceAll("\\D", ""));
                var shown = TamperedSources.opened(
                        FixedDossier.withKey(), position, text -> text.replaceFirst("[\\p{IsHan}]{2}", "偽名"));
                assertThat(WITH_KEY.remade(shown).damage()).as(path).containsExactly(Damage.DATA_KEY_CONTRADICTED);
            }
        }
    }

    @Test
    @DisplayName("約した記録のない鍵や、形の違う鍵は拒まれる")
    void refusesAKeyWithoutItsCommitmentOrInAnotherForm() {
        assertThat(WITH_KEY.without("commitments/3.json").signedAgain().damage())
                .isNotEmpty();
        assertThat(WITH_KEY.without("datakeys/1").signedAgain().damage()).containsExactly(Damage.FILE_MALFORMED);
        assertThat(WITH_KEY.with("datakeys/1", hex -> hex.strip()).signedAgain().damage())
                .containsExactly(Damage.DOSSIER_CHANGED);
        assertThat(WITH_KEY.with("datakeys/1", hex -> "0" + hex).signedAgain().damage())
                .containsExactly(Damage.FILE_MALFORMED);
        assertThat(WITH_KEY.with("datakeys/2", WITH_KEY.file("datakeys/1"))
                        .signedAgain()
                        .damage())
                .containsExactly(Damage.DOSSIER_CHANGED);
    }
}
