package org.consentledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.consentledger.command.platform.CommandRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsDirectoryTest {
    @TempDir
    private Path temporary;

    @Test
    void belongsToWhoComesFirstUntilHeIsGone() throws IOException {
        var path = temporary.resolve("imports");
        try (var second = new JobsDirectory(path)) {
            try (var first = new JobsDirectory(path)) {
                assertThat(first.exists()).isFalse();
                assertThat(first.ours()).isEqualTo(path);
                assertThat(first.isOurs()).isTrue();
                assertThat(second.exists()).isTrue();
                assertThat(second.isOurs()).isFalse();
                assertThatThrownBy(second::ours).isInstanceOf(CommandRejected.class);
            }

            assertThat(second.isOurs()).isTrue();
        }
    }
}
