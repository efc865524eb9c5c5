package org.consentledger.benchmarks;

import java.util.List;

/**
 * One benchmark among all, with settings under which all of them together are meant to take less than 25 minutes on 2 cores.
 *
 * @param what it measures, for people
 */
record Step(String name, String what, List<String> settings) {
    /** Those of them that need a large ledger share it. */
    static final List<Step> ALL = List.of(
            of("http", "durable acceptance over HTTP", "--rounds 3 --warm-up 100"),
            of("append", "append in process", "--writers 32 --rounds 3 --warm-up 24"),
            of("verify", "check of an exported ledger", "--rounds 2"),
            of("standing", "standing over HTTP", "--customers 10000,100000 --rounds 2 --seconds 4 --warm-up 30"),
            of("rebuild", "rebuild of the standing projection", "--rounds 1"),
            of("import", "import of past records", "--rounds 1 --rows 25000"),
            of("lag", "in every projection after the answer", "--seconds 20 --warm-up 45"));

    static Step of(String name, String what, String settings) {
        return new Step(name, what, List.of(settings.split(" ", -1)));
    }
}
