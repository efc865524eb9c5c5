package org.consentledger.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.consentledger.ledger.append.Premise.NothingSince;
import org.consentledger.ledger.rows.EventCriteria;
import org.consentledger.ledger.statement.Salt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitingUnitsTest {
    private final WaitingUnits waiting = new WaitingUnits();

    @Test
    void makesOneGroupOfWhatHasPiledUpInItsOrder() throws InterruptedException {
        var units = List.of(unit(1), unit(2), unit(1));
        units.forEach(waiting::add);

        assertThat(waiting.nextGroup()).containsExactlyElementsOf(units);
    }

    @Test
    void doesNotWaitForEverForThoseWhoDoNotComeAgain() throws InterruptedException {
        for (int i = 0; i < 8; i++) {
            waiting.add(unit(1));
        }
        var eight = waiting.nextGroup();
        eight.forEach(_ -> waiting.answered());
        var alone = unit(1);
        waiting.add(alone);

        assertThat(waiting.nextGroup()).containsExactly(alone);
    }

    @Test
    void splitsWhatIsTooMuchForOneGroup() throws InterruptedException {
        var units = List.of(unit(400), unit(112), unit(1), unit(600));
        units.forEach(waiting::add);

        assertThat(waiting.nextGroup()).containsExactly(units.get(0), units.get(1));
        assertThat(waiting.nextGroup()).containsExactly(units.get(2));
        assertThat(waiting.nextGroup()).containsExactly(units.get(3));
    }

    @Test
    void leavesWhoStandsAloneAlone() throws InterruptedException {
        var alone = unit(1, new NothingSince(new EventCriteria("a", List.of("test.Event"), "x", "y"), 0));
        var units = List.of(unit(1), alone, unit(1));
        units.forEach(waiting::add);

        assertThat(waiting.nextGroup()).containsExactly(units.get(0));
        assertThat(waiting.nextGroup()).containsExactly(alone);
        assertThat(waiting.nextGroup()).containsExactly(units.get(2));
    }

    @Test
    void handsOutWhatItHasOnceItIsClosed() throws InterruptedException {
        var last = unit(1);
        waiting.add(last);
        waiting.close();

        assertThatThrownBy(() -> waiting.add(unit(1))).isInstanceOf(LedgerUnavailable.class);
        assertThat(waiting.nextGroup()).containsExactly(last);
        assertThat(waiting.nextGroup()).isEmpty();
    }

    private static UnitToAppend unit(int events, Premise... premises) {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        var event = new EventToAppend(UUID.randomUUID(), "Test", "a", 0, "test.Event", "1", json, json, new Salt(1, 2));
        return new UnitToAppend(Collections.nCopies(events, event), null, List.of(premises), List.of());
    }
}
