package org.consentledger.ledger.stamping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.consentledger.ledger.testing.TestAuthority;
import org.consentledger.ledger.testing.TestAuthority.Manner;
import org.consentledger.ledger.timestamp.TimestampRejected;
import org.consentledger.ledger.timestamp.TimestampToken;
import org.consentledger.ledger.timestamp.TrustedAuthority;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class AuthorityClientTest {
    private static final byte[] DATA = "checkpoint".getBytes(UTF_8);
    private static final String OTHER_POLICY = "1.3.6.1.4.1.99999.2";

    private TestAuthority authority;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() throws IOException {
        authority = TestAuthority.start();
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    @Test
    @DisplayName("正しいタイムスタンプは、受け入れる")
    void takesAnHonestToken() {
        var token = stamp(TestAuthority.POLICY, authority.trusted());

        token.verify(DATA);
        assertThat(token.authority()).isEqualTo("C=JP,O=Test,CN=Test Time-Stamping Authority");
        assertThat(TimestampToken.parse(token.encode()).genTime()).isEqualTo(token.genTime());
        assertThatThrownBy(() -> token.verify("another".getBytes(UTF_8)))
                .isInstanceOf(TimestampRejected.class)
                .hasMessageContaining("other bytes");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HONEST", "SLOW", "SLOW_BODY"})
    @DisplayName("偽りの、または壊れた応答は、どれも受け入れない")
    void takesNothingElse(Manner lie) {
        authority.behave(lie);
        var policy = lie == Manner.WRONG_POLICY ? OTHER_POLICY : TestAuthority.POLICY;
        var trusted = lie == Manner.ANOTHER_AUTHORITY ? authority.trusted() : null;

        assertThatThrownBy(() -> stamp(policy, trusted)).isInstanceOf(StampingFailed.class);
        assertThat(authority.asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SLOW", "SLOW_BODY"})
    @DisplayName("応答が遅いときは、待ち続けない")
    void doesNotWaitForEver(Manner slowly) {
        authority.behave(slowly);
        var hasty = new AuthoritySettings(authority.url(), null, null, Duration.ofSeconds(5), Duration.ofMillis(200));

        try (var client = new AuthorityClient(hasty)) {
            assertThatThrownBy(() -> client.stamp(DATA))
                    .isInstanceOf(StampingFailed.class)
                    .hasMessageContaining("did not answer within PT0.2S");
        }
    }

    @Test
    void tellsAnAuthorityFromAnotherOfTheSameName() throws IOException {
        var itself = TrustedAuthority.read(authority.writeCertificate(directory.resolve("tsa.pem")));
        authority.behave(Manner.ANOTHER_AUTHORITY);
        stamp(null, null);
        assertThatThrownBy(() -> stamp(null, itself))
                .isInstanceOf(StampingFailed.class)
                .hasMessageContaining("is not the trusted authority");

        authority.behave(Manner.HONEST);
        stamp(null, itself);
    }

    @Test
    void saysThatNobodyIsThere() {
        authority.close();

        assertThatThrownBy(() -> stamp(null, null))
                .isInstanceOf(StampingFailed.class)
                .hasMessageContaining("cannot be asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void trustsOnlyACertificate(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("tsa.pem"), text);

        assertThatThrownBy(() -> TrustedAuthority.read(file))
                .isInstanceOf(TimestampRejected.class)
                .hasMessageContaining("tsa.pem");
    }

    private TimestampToken stamp(@Nullable String policy, @Nullable TrustedAuthority trusted) {
        var settings =
                new AuthoritySettings(authority.url(), policy, trusted, Duration.ofSeconds(5), Duration.ofSeconds(60));
        try (var client = new AuthorityClient(settings)) {
            return client.stamp(DATA);
        }
    }
}
