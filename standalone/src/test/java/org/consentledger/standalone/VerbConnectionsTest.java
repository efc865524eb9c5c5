package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VerbConnectionsTest {
    @Test
    @DisplayName("コマンドの接続は、返事を待つ時間に限りがなく、相手がまだいるかだけを確かめる")
    void haveNoLimitAndAreKeptAlive() {
        var dataSource = VerbConnections.to("jdbc:postgresql://db/ledger", "ledger", null);

        assertThat(dataSource.getConnectionProperties())
                .containsEntry("tcpKeepAlive", "true")
                .doesNotContainKey("socketTimeout");
        assertThat(dataSource.getUsername()).isEqualTo("ledger");
    }
}
