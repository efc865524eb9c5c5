package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class StartCommandTest {

    @Test
    void servesOnPort8080FromTheCallersDataDirectoryByDefault() {
        var options = parse();

        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.directory().root())
                .isEqualTo(Path.of("").toAbsolutePath().resolve("data"));
        assertThat(options.demo()).isFalse();
    }

    @Test
    void takesEveryOptionInEitherForm() {
        var options = parse("--port=9090", "--data", "/srv/ledger/../ledger data", "--demo");

        assertThat(options.port()).isEqualTo(9090);
        assertThat(options.directory().root()).isEqualTo(Path.of("/srv/ledger data"));
        assertThat(options.demo()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=-1", "--port=65536", "--port=http", "--prot=8080", "somewhere"})
    void refusesWhatItCannotRead(String argument) {
        assertThatThrownBy(() -> parse(argument)).isInstanceOf(ParameterException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"strat", "--port=8080", "start --port", "start --port=65536"})
    void answersWrongUsageWithStatus2AndTheUsageOnStandardError(String arguments) {
        var errors = new StringWriter();

        var status = LedgerCommand.commandLine().setErr(new PrintWriter(errors)).execute(arguments.split(" ", -1));

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString()).contains("Usage: ledger");
    }

    private static StartOptions parse(String... arguments) {
        var command = new StartCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.options();
    }
}
