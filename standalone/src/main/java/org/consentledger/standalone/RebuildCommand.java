package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.consentledger.standalone.issuer.ClientTokens;
import org.consentledger.standalone.issuer.IssuerDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Has the product that runs on a data directory rebuild projections beside those that serve. */
@TalksToTheTerminal
@Command(
        name = "rebuild",
        description = {
            "Have a running product make the rows of projections anew while the old ones serve.",
            "Where a sample of answers differs the old ones stay, and the exit status is 1.",
            "Ended here, it goes on there, until it is called off."
        },
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Such as standing.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "All projections, one after the other.")
    private boolean all;

    @Option(names = "--accept-differences", description = "The new rows serve also where they answer otherwise.")
    private boolean acceptDifferences;

    @Option(names = "--call-off", description = "End what is under way instead: its rows go, the old ones serve.")
    private boolean callOff;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Data directory that the product runs on. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("");

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Holds an access token with the scope operate. Default: the product's own issuer gives one.")
    private @Nullable Path tokenFile;

    @Override
    public Integer call() {
        if (all != names.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "either names of projections or --all");
        }
        if (callOff && acceptDifferences) {
            throw new ParameterException(spec.commandLine(), "either --call-off or --accept-differences");
        }
        return LedgerVerb.run(parts -> {
            var address = running().address();
            var projections = parts.open(() -> new ProjectionsOfProduct(address, authorization()));
            int status = 0;
            for (var name : all ? projections.names() : names) {
                status |= callOff ? callOff(projections, name) : rebuild(projections, name);
            }
            return status;
        });
    }

    private RunningProduct running() throws IOException {
        var directory = new DataDirectory(data);
        try (var lock = DataDirectoryLock.tryToTake(directory).orElse(null)) {
            if (lock != null) {
                throw new StartRefused("no product runs on " + directory.root());
            }
        }
        return RunningProduct.on(directory);
    }

    private String authorization() throws IOException {
        return tokenFile == null
                ? new ClientTokens(new IssuerDirectory(data).read()).authorization("operator")
                : "Bearer " + Files.readString(tokenFile).strip();
    }

    private int rebuild(ProjectionsOfProduct projections, String name) throws IOException {
        try (var progress = TerminalProgress.of(name)) {
            return print(name, projections.rebuild(name, acceptDifferences, progress));
        }
    }

    /** With {@code --all} those are passed over of which none is under way. */
    private int callOff(ProjectionsOfProduct projections, String name) throws IOException {
        var rebuild = projections.callOff(name);
        if (rebuild.isPresent()) {
            System.out.println(name + " called off after "
                    + (rebuild.get().get("position").longValue() + 1) + " leaves; the old rows serve");
        } else if (!all) {
            System.err.println("ledger: nothing is under way for " + name);
        }
        return rebuild.isPresent() || all ? 0 : 1;
    }

    private static int print(String name, JsonNode rebuild) {
        var state = rebuild.get("state").stringValue();
        boolean serves = state.equals("SWAPPED");
        System.out.println(name + (serves ? " rebuilt: " : " " + state.replace('_', ' ') + ": ")
                + (rebuild.get("position").longValue() + 1) + " leaves, "
                + rebuild.get("leavesPerSecond").longValue() + " leaves/s; "
                + rebuild.get("compared").asInt(0) + " answers compared, "
                + rebuild.get("differing").asInt(0) + " differing");
        if (!rebuild.get("fault").isNull()) {
            System.out.println(rebuild.get("fault").stringValue());
        }
        return serves ? 0 : 1;
    }
}
