package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedPartsTest {
    final List<String> closed = new ArrayList<>();
    final OpenedParts parts = new OpenedParts();

    @Test
    void closesTheLastPartFirstAndEachOnce() throws Exception {
        open("lock");
        open("database");
        open("application");

        assertThat(parts.close()).isZero();
        assertThat(parts.close()).isZero();

        assertThat(closed).containsExactly("application", "database", "lock");
    }

    @Test
    void closesTheOthersWhenOneFailsToAndSaysSo() throws Exception {
        open("lock");
        parts.<AutoCloseable>open(() -> () -> {
            throw new IllegalStateException("does not stop");
        });

        assertThat(parts.close()).isEqualTo(1);

        assertThat(closed).containsExactly("lock");
    }

    @Test
    void opensNothingMoreOnceClosed() {
        parts.close();

        assertThatThrownBy(() -> open("database")).isInstanceOf(StartRefused.class);
        assertThat(parts.close()).isZero();
        assertThat(closed).isEmpty();
    }

    @Test
    void remembersAFailureButNotOneThatComesOfClosing() {
        assertThat(parts.fail()).isTrue();
        assertThat(parts.close()).isEqualTo(1);

        var stopped = new OpenedParts();
        stopped.close();
        assertThat(stopped.fail()).isFalse();
        assertThat(stopped.close()).isZero();
    }

    private void open(String name) throws Exception {
        parts.<AutoCloseable>open(() -> () -> closed.add(name));
    }
}
