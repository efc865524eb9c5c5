package org.consentledger.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of {@code ./ledger VERB …} to its end.
 *
 * @param output standard output and error together
 */
record Verb(int status, String output) {
    static Verb run(Path workingDirectory, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(System.getProperty("ledger.script")));
        command.addAll(List.of(arguments));
        return run(new ProcessBuilder(command).directory(workingDirectory.toFile()));
    }

    static Verb run(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.environment().putIfAbsent("LEDGER_JAVA_OPTS", StartedProduct.JAVA_OPTIONS);
        var process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verb(process.waitFor(), output);
    }
}
