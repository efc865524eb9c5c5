package org.consentledger.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.consentledger.ledger.reading.RecordedTimestamp;
import org.consentledger.ledger.stamping.Stamper;
import org.consentledger.ledger.stamping.Stamping;
import org.consentledger.ledger.stamping.Stamping.NotGrown;
import org.consentledger.ledger.stamping.Stamping.Stamped;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Has the newest checkpoint stamped. A product that runs on the data directory is asked to do it, with the authority that
 * it is configured with; otherwise this process does it, with the one named here or in the environment.
 */
@TalksToTheTerminal
@Command(
        name = "timestamp",
        description = {
            "Have the ledger's newest checkpoint stamped by a time-stamping authority (RFC 3161), and record it.",
            "A ledger that has not grown since its last time stamp is not stamped again."
        },
        mixinStandardHelpOptions = true)
final class TimestampCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private LedgerKeysOption keys = new LedgerKeysOption();

    @Option(
            names = "--tsa-url",
            paramLabel = "URL",
            description = "The authority, where no product runs. Default: LEDGER_TIMESTAMP_URL.")
    private @Nullable URI url;

    @Option(
            names = "--tsa-cert",
            paramLabel = "FILE",
            description = "Its certificate, or that of who certifies it. Default: LEDGER_TIMESTAMP_CERTIFICATE.")
    private @Nullable Path certificate;

    @Option(
            names = "--tsa-policy",
            paramLabel = "OID",
            description = "The policy that it must follow. Default: LEDGER_TIMESTAMP_POLICY.")
    private @Nullable String policy;

    @Override
    public Integer call() {
        return LedgerVerb.run(parts -> {
            var opened = ledger.open(parts);
            var directory = keys.of(opened);
            if (opened.inUse().isPresent()) {
                return print(ask(RunningProduct.on(opened.inUse().get())));
            }
            var application = parts.open(() -> VerbApplication.start(opened, directory, settings()));
            return print(application
                    .find(Stamper.class)
                    .orElseThrow(() -> wrong("name the authority, with --tsa-url or LEDGER_TIMESTAMP_URL"))
                    .stamp());
        });
    }

    private Stamping ask(RunningProduct product) throws Exception {
        if (url != null || certificate != null || policy != null) {
            throw wrong("a product runs on the data directory and asks the authority of its own configuration:"
                    + " leave the options --tsa-… out");
        }
        return product.stamp();
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("ledger.timestamp.scheduled", false);
        if (url != null) {
            settings.put("ledger.timestamp.url", url.toString());
        }
        if (certificate != null) {
            settings.put("ledger.timestamp.certificate", certificate.toString());
        }
        if (policy != null) {
            settings.put("ledger.timestamp.policy", policy);
        }
        return settings;
    }

    private static int print(Stamping outcome) {
        return switch (outcome) {
            case Stamped(var stamp) -> {
                System.out.println(text(stamp));
                yield 0;
            }
            case NotGrown(var last)
            when last != null -> {
                System.out.println("the ledger has not grown since " + text(last));
                yield 0;
            }
            case NotGrown _ -> throw new StartRefused("nothing is signed yet, so there is nothing to stamp");
        };
    }

    private static String text(RecordedTimestamp stamp) {
        return "time stamp " + stamp.number() + " of " + stamp.genTime() + " over " + stamp.checkpointSize()
                + " leaves, by " + stamp.authority();
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
