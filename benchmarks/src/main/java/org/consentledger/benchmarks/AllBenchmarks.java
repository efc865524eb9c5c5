package org.consentledger.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One benchmark after the other, each in a process of its own, so that none leaves anything to the next. */
final class AllBenchmarks {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final double NANOS = 1e9;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS = "%-12s %-72s %9s %10s  %s%n";

    private final Path data;
    private final PrintWriter lines;

    /**
     * None so far.
     *
     * @param data on whose disk they work
     * @param lines told which one is next; they speak for themselves on our own output
     */
    AllBenchmarks(Path data, PrintWriter lines) {
        this.data = data;
        this.lines = lines;
    }

    /**
     * What all of them found.
     *
     * @param rows as each wrote them, with the name of their benchmark
     * @param failed those that found nothing, with the reason
     */
    record Found(List<Headline> headlines, List<JsonNode> rows, List<String> failed) {
        boolean isComplete() {
            return failed.isEmpty() && headlines.stream().allMatch(headline -> headline.met() != null);
        }

        void print(PrintWriter out) {
            out.printf(Locale.ROOT, COLUMNS, "id", "what", "goal", "value", "verdict");
            headlines.forEach(headline -> out.printf(
                    Locale.ROOT,
                    COLUMNS,
                    headline.id(),
                    headline.unit(),
                    Headline.number(headline.goal()),
                    Headline.number(headline.value()),
                    headline.verdict()));
            failed.forEach(out::println);
            out.flush();
        }
    }

    Found run(List<Step> steps) throws IOException, InterruptedException {
        var headlines = new ArrayList<Headline>();
        var rows = new ArrayList<JsonNode>();
        var failed = new ArrayList<String>();
        for (var step : steps) {
            lines.printf(Locale.ROOT, "%n%s: %s %s%n", step.what(), step.name(), String.join(" ", step.settings()));
            lines.flush();
            var file = Files.createTempFile("ledger-bench-", ".json");
            try {
                long start = System.nanoTime();
                var why = run(step, file);
                lines.printf(Locale.ROOT, "%s took %.0f s%n", step.name(), (System.nanoTime() - start) / NANOS);
                lines.flush();
                if (why == null) {
                    add(step, JSON.readTree(file), headlines, rows);
                } else {
                    failed.add(step.name() + ": not measured, " + step.what() + ": " + why);
                }
            } finally {
                Files.delete(file);
            }
        }
        return new Found(headlines, rows, failed);
    }

    /** Answers why there are no figures in the file; null where there are. */
    private @Nullable String run(Step step, Path file) throws IOException, InterruptedException {
        var arguments = Stream.of(
                        Stream.of(step.name()),
                        step.settings().stream(),
                        Stream.of("--data", data.toString(), "--json", file.toString()))
                .flatMap(part -> part)
                .toList();
        var process = new ProcessBuilder(ServingProcess.ownProgram(ownProperties(), arguments))
                .inheritIO()
                .start();
        AtExit.close(process::destroy);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroy();
            process.waitFor();
            return "it took longer than " + PATIENCE;
        }
        return Files.size(file) == 0 ? "it ended with status " + process.exitValue() : null;
    }

    private static List<String> ownProperties() {
        return ProductProcess.isStartedByTheScript()
                ? List.of("-Dledger.script=" + System.getProperty("ledger.script"))
                : List.of();
    }

    private static void add(Step step, JsonNode found, List<Headline> headlines, List<JsonNode> rows) {
        for (var one : found.get("headlines")) {
            var headline = JSON.treeToValue(one, Headline.class);
            headlines.add(new Headline(
                    headline.id(),
                    headline.goal(),
                    headline.value(),
                    step.what() + ", " + headline.unit(),
                    headline.met()));
        }
        for (var row : found.get("rows")) {
            rows.add(((ObjectNode) row).put("benchmark", step.name()));
        }
    }
}
