package org.consentledger.benchmarks;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much memory a process that is measured may use. */
final class HeapOption {
    private static final int LEAST = 64;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--heap",
            paramLabel = "MB",
            description =
                    "The most that the JVM of each process measured may use of the heap. Default: ${DEFAULT-VALUE}.")
    private int heap;

    /** @param heap that holds where nothing is said */
    HeapOption(int heap) {
        this.heap = heap;
    }

    /** @throws ParameterException where nothing could run with so little */
    int megabytes() {
        if (heap < LEAST) {
            throw new ParameterException(spec.commandLine(), "--heap is at least " + LEAST);
        }
        return heap;
    }
}
