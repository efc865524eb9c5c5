package org.consentledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final AtomicInteger told = new AtomicInteger();
    private final Room room = new Room(3);

    @Test
    @DisplayName("渡した事象が確定するまで、決めた数より多くは渡さない。確定すると直ちに知らせる")
    void isThereAgainOnceSomethingIsCommitted() {
        room.beginAfter(9, told::incrementAndGet);
        for (int position = 10; position < 13; position++) {
            assertThat(room.isThere()).isTrue();
            room.handed(position);
        }
        assertThat(room.isThere()).isFalse();
        assertThat(told).hasValue(0);

        room.committed(10);

        assertThat(room.isThere()).isTrue();
        assertThat(told).hasValue(1);
    }

    @Test
    @DisplayName("読み直すときは、前に渡したものを数えない")
    void forgetsWhatWasHandedOutBefore() {
        room.beginAfter(-1, told::incrementAndGet);
        room.handed(2);
        assertThat(room.isThere()).isFalse();

        room.beginAfter(-1, told::incrementAndGet);

        assertThat(room.isThere()).isTrue();
    }
}
