package org.consentledger.standalone;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.consentledger.ledger.export.Export;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the ledger into a directory of open formats, for whoever wants to check it or keep it. */
@TalksToTheTerminal
@Command(
        name = "export",
        description = "Write the ledger into a directory that others can check; run again, it goes on.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private LedgerOptions ledger = new LedgerOptions();

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "Where to; made where it is missing.")
    private Path to = Path.of("");

    @Override
    public Integer call() {
        return LedgerVerb.run(parts -> {
            var opened = ledger.open(parts);
            try (var progress = TerminalProgress.of("export")) {
                var exported =
                        new Export(opened.dataSource(), to.toAbsolutePath().normalize(), progress).run();
                System.out.println("exported " + exported.size() + " leaves with root "
                        + exported.root().base64() + ", " + exported.checkpoints() + " checkpoints, "
                        + exported.cosignatures() + " cosignatures and " + exported.timestamps() + " time stamps; "
                        + exported.kept() + " files were there already");
            }
            return 0;
        });
    }
}
