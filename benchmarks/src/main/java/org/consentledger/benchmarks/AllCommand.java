package org.consentledger.benchmarks;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures every headline; see {@link AllBenchmarks}. */
@Command(
        name = "all",
        description = {
            "One benchmark after the other, with settings that are meant to take less than 25 minutes in all on",
            "2 cores, and one table of all headlines. One that fails is told and does not stop the others."
        },
        mixinStandardHelpOptions = true)
final class AllCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Override
    public Integer call() throws Exception {
        var commandLine = spec.commandLine();
        var found = new AllBenchmarks(figures.data(), commandLine.getErr()).run(Step.ALL);
        found.print(commandLine.getOut());
        figures.write(found);
        return found.isComplete() ? 0 : 1;
    }
}
