package org.consentledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "append --writers 0",
                "append --writers 1,41",
                "append --writers many",
                "append --rounds 0",
                "append --seconds 0",
                "append --warm-up 0",
                "http --clients 0",
                "http --clients 201",
                "http --seconds 0",
                "http --heap 1",
                "standing --customers 0",
                "standing --clients 0",
                "lag --rate 0",
                "lag --warm-up 1",
                "lag --processes 3",
                "growth --customers 0",
                "growth --customers 1,many",
                "growth --clients 0",
                "growth --rounds 0",
                "micro --forks 0",
                "micro --iterations 0",
                "verify --rounds 0",
                "questions --customers 0",
                "questions --rate 0",
                "questions --heap 1",
                "rebuild --customers 0",
                "rebuild --rounds 0",
                "data",
                "data --data target --customers 1",
                "data --data target/new --customers 2 --facts 1"
            })
    void answersWrongUsageWithStatus2(String arguments) {
        var commandLine = BenchCommand.commandLine().setErr(new PrintWriter(new StringWriter()));

        assertThat(commandLine.execute(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);
    }
}
