package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.Malformed;
import org.consentledger.query.platform.QuestionRejected;
import org.consentledger.query.replay.ReplayOnDatabase;
import org.consentledger.query.replay.ReplayOnDatabase.Told;
import org.consentledger.texts.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Answers from the ledger itself, for a dispute: what each fact changed, and whether the projection agrees. Or looks, for
 * an audit, whether it does about everybody.
 */
@TalksToTheTerminal
@Command(
        name = "replay",
        description = {
            "Compute an answer from the ledger itself, each event verified, beside the projection's; or, with --all,",
            "compare all that the projection knows of all customers with the ledger itself.",
            "Exit status: 0 verified and agreed, 1 not verified or not agreed, 2 wrong usage."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";
    private static final List<Code> OF_THE_QUESTION =
            List.of(Code.MALFORMED, Code.TIME_IN_FUTURE, Code.POSITION_BEYOND_LEDGER);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--customer", paramLabel = "ID", description = "The customer's identifier.")
    private @Nullable String customer;

    @Option(names = "--terms", paramLabel = "ID", description = "The terms' identifier.")
    private @Nullable String terms;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "The instant asked about, as 2020-02-21T00:00:00+09:00. Default: now.")
    private @Nullable String at;

    @Option(
            names = "--known-at",
            paramLabel = "TIME|position:N",
            description = "As known then, or when the ledger held its first N entries. Default: now.")
    private @Nullable String knownAt;

    @Option(
            names = "--json",
            paramLabel = "FILE|-",
            description = "Write what POST /replays answers into this file, or instead of the text.")
    private @Nullable String json;

    @Option(names = "--all", description = "Every customer with every terms document.")
    private boolean all;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "With --all: write each disagreement into this file, as a line of JSON.")
    private @Nullable Path report;

    @Option(
            names = "--lang",
            paramLabel = "ja|en",
            description = "Default: the locale's; Japanese where it is neither.")
    private @Nullable String language;

    @Mixin
    private LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Override
    public Integer call() {
        var words = words();
        check();
        return LedgerVerb.run(parts -> {
            var given = keys.read();
            var opened = ledger.open(parts);
            var trusted = opened.trusting(given);
            if (all) {
                return new AuditRun(opened.dataSource(), trusted, report, words).run();
            }
            var told = tell(new ReplayOnDatabase(opened.dataSource(), InstantSource.system(), trusted), words);
            print(told);
            return told.holds() ? 0 : 1;
        });
    }

    private void check() {
        if (all && (customer != null || terms != null || at != null || knownAt != null || json != null)) {
            throw wrong("--all goes with --report; the other options of a question are for one answer");
        }
        if (!all && (customer == null || terms == null)) {
            throw wrong("--customer and --terms, or --all");
        }
        if (!all && report != null) {
            throw wrong("--report goes with --all");
        }
    }

    private Locale words() {
        if (language == null) {
            return Texts.language(Locale.getDefault().toLanguageTag());
        }
        return Texts.SPOKEN.stream()
                .filter(spoken -> spoken.getLanguage().equals(language))
                .findFirst()
                .orElseThrow(() -> wrong("--lang is ja or en"));
    }

    private Told tell(ReplayOnDatabase replay, Locale words) {
        try {
            return replay.tell(Objects.requireNonNull(customer), Objects.requireNonNull(terms), at, knownAt, words);
        } catch (QuestionRejected rejected) {
            if (OF_THE_QUESTION.contains(rejected.code())) {
                throw wrong(option(rejected) + rejected.told(words));
            }
            throw new StartRefused(rejected.told(words));
        }
    }

    private static String option(QuestionRejected rejected) {
        return rejected instanceof Malformed malformed
                ? malformed.pointer().replace("query:", "--").replace("knownAt", "known-at") + ": "
                : "";
    }

    private void print(Told told) throws IOException {
        if (json != null && !json.equals(STANDARD_OUTPUT)) {
            Files.writeString(Path.of(json), told.json() + "\n");
        }
        if (STANDARD_OUTPUT.equals(json)) {
            System.out.println(told.json());
        } else {
            told.lines().forEach(System.out::println);
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
