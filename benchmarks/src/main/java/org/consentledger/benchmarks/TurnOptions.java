package org.consentledger.benchmarks;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How contenders that take turns are measured. */
final class TurnOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each has its turn. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long each turn is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = {
                "How many seconds each works at most before anything is measured: until, from one stretch of 20 s to the",
                "next, its CPU for each request falls by less than 5 %%. Default: ${DEFAULT-VALUE}."
            })
    private int warmUp;

    /** The arguments are what holds where nothing is said. */
    TurnOptions(int rounds, int seconds, int warmUp) {
        this.rounds = rounds;
        this.seconds = seconds;
        this.warmUp = warmUp;
    }

    /** @throws ParameterException where one of them makes no sense */
    Turns turns() {
        if (rounds < 1 || seconds < 1 || warmUp < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds, --seconds and --warm-up are at least 1");
        }
        return new Turns(rounds, Duration.ofSeconds(warmUp), Turns.LEAD, Duration.ofSeconds(seconds));
    }
}
