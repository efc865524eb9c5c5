package org.consentledger.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.consentledger.ledger.testing.TestLog;
import org.consentledger.ledger.tree.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddCheckpointTest {
    /** The example of C2SP tlog-witness, "add-checkpoint". */
    private static final String EXAMPLE = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
            """;

    @Test
    void readsAndWritesTheExampleOfTheSpecification() {
        var request = parse(EXAMPLE);

        assertThat(request.oldSize()).isEqualTo(20_852_014);
        assertThat(request.proof()).hasSize(4);
        assertThat(Checkpoint.parse(request.checkpoint().text()).size()).isEqualTo(20_852_163);
        assertThat(request.checkpoint().signatures()).hasSize(2);
        assertThat(new String(request.encode(), StandardCharsets.UTF_8)).isEqualTo(EXAMPLE);
    }

    @Test
    void hasNoProofLinesFromTheEmptyTree() {
        var first = TestLog.of("log.example", 3).request(0, 3);

        assertThat(new String(first.encode(), StandardCharsets.UTF_8)).startsWith("old 0\n\nlog.example\n3\n");
        assertThat(AddCheckpoint.parse(first.encode())).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "new 1",
                "Old 1",
                "old",
                "old ",
                "old  1",
                "old 01",
                "old -1",
                "old +1",
                "old 1 ",
                "old 1\r",
                "old 9223372036854775808",
                "old 1\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpka==",
                "old 1\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkax=",
                "old 1\n "
            })
    void refusesEveryOtherForm(String head) {
        String note = EXAMPLE.substring(EXAMPLE.indexOf("\n\n") + 2);

        assertThatThrownBy(() -> parse(head + "\n\n" + note)).isInstanceOf(NoteRejected.class);
        assertThatThrownBy(() -> parse("old 1\n" + note)).isInstanceOf(NoteRejected.class);
        assertThatThrownBy(() -> parse("old 1\n\n" + note.strip())).isInstanceOf(NoteRejected.class);
        assertThat(parse("old 1\n\n" + note).oldSize()).isEqualTo(1);
    }

    @Test
    void refusesMoreThan63Hashes() {
        var note = TestLog.of("log.example", 1).signed(1);
        var hash = Hash.sha256(new byte[0]);

        assertThat(AddCheckpoint.parse(new AddCheckpoint(1, Collections.nCopies(63, hash), note).encode())
                        .proof())
                .hasSize(63);
        assertThatThrownBy(() -> new AddCheckpoint(1, Collections.nCopies(64, hash), note))
                .isInstanceOf(NoteRejected.class);
        assertThatThrownBy(() -> new AddCheckpoint(-1, List.of(), note)).isInstanceOf(NoteRejected.class);
    }

    private static AddCheckpoint parse(String body) {
        return AddCheckpoint.parse(body.getBytes(StandardCharsets.UTF_8));
    }
}
