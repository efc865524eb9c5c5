package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.ledger.testing.TestAuthority;
import org.consentledger.ledger.testing.TestAuthority.Manner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ledger timestamp} beside a running product and without one, and what the other verbs say of its tokens. */
class TimestampIT {
    private static final String BY = ", by C=JP,O=Test,CN=Test Time-Stamping Authority";

    private final List<StartedProduct> started = new ArrayList<>();
    private TestAuthority authority;
    private Path certificate;

    @TempDir
    private Path directory;

    @BeforeEach
    void prepareAuthority() throws Exception {
        authority = TestAuthority.start();
        certificate = authority.writeRoot(directory.resolve("root.pem"));
    }

    @AfterEach
    void leaveNoProcess() {
        started.forEach(StartedProduct::end);
        authority.close();
    }

    @Test
    @DisplayName("稼働中でも停止中でも、タイムスタンプを取り、検査・書き出し・検証で確かめられる")
    void stampsALedgerWhetherAProductRunsOnItOrNot() throws Exception {
        // 1. A running product asks the authority that it is configured with.
        var product = start();
        try (var client = new LedgerClient(product.url())) {
            client.publishTerms();
            assertThat(done(verb("timestamp"))).startsWith("time stamp 0 of ").contains(" over 3 leaves" + BY);
            assertThat(done(verb("timestamp"))).startsWith("the ledger has not grown since time stamp 0 of ");
            assertThat(authority.asked()).isEqualTo(1);

            authority.behave(Manner.EXPIRED);
            client.accept("c", "k");
            var failed = verb("timestamp");
            assertThat(failed.status()).isEqualTo(1);
            assertThat(failed.output()).hasLineCount(1).contains("certificate not valid when time stamp created");
            assertThat(client.get("/actuator/prometheus").text()).contains("\nledger_timestamp_failures_total 1.0\n");
        }
        assertThat(verb("timestamp", "--tsa-url", authority.url().toString()).status())
                .isEqualTo(2);
        product.signal("TERM");
        product.exitStatus();

        // 2. Without one the verb does it itself, and signs what it appends.
        authority.behave(Manner.HONEST);
        var nobody = verb(Map.of(), "timestamp");
        assertThat(nobody.status()).isEqualTo(2);
        assertThat(nobody.output()).contains("name the authority, with --tsa-url or LEDGER_TIMESTAMP_URL");
        assertThat(done(verb(Map.of(), "timestamp", "--tsa-url", authority.url().toString())))
                .startsWith("time stamp 1 of ")
                .contains(" over 6 leaves" + BY);

        // 3. Whoever trusts the authority can check them.
        var trusting = new String[] {"--tsa-cert", certificate.toString()};
        assertThat(done(verb("fsck", trusting))).contains("remark: 2 time stamps, the last of ");
        done(verb("export", "--to", "export"));
        assertThat(done(verb("verify", "export", trusting[0], trusting[1])))
                .contains("remark: 2 time stamps, the last of ")
                .doesNotContain("not checked");
        assertThat(done(verb("verify", "export"))).contains("whether that is an authority to trust was not checked");
        try (var another = TestAuthority.start()) {
            var other = another.writeRoot(directory.resolve("other.pem")).toString();
            var refused = verb("verify", "--tsa-cert", other, "export");
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.output())
                    .contains("TIMESTAMP_REJECTED at position 3", "TIMESTAMP_REJECTED at position 6");
        }
    }

    private static String done(Verb verb) {
        assertThat(verb.status()).as(verb.output()).isZero();
        return verb.output();
    }

    private Verb verb(String name, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(name));
        all.addAll(List.of(arguments));
        return verb(environment(), all.toArray(String[]::new));
    }

    private Verb verb(Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(System.getProperty("ledger.script")));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        // A JVM that finds this one says so, in a line of its own.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(StartedProduct.PATIENT_WITH_AUTHORITIES);
        builder.environment().putAll(environment);
        return Verb.run(builder);
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(StartedProduct.PATIENT_WITH_AUTHORITIES);
        environment.put("LEDGER_TIMESTAMP_URL", authority.url().toString());
        environment.put("LEDGER_TIMESTAMP_CERTIFICATE", certificate.toString());
        environment.put("LEDGER_TIMESTAMP_SCHEDULED", "false");
        return environment;
    }

    private StartedProduct start() throws Exception {
        var product = StartedProduct.start(directory, "data", 0, environment());
        started.add(product);
        return product;
    }
}
