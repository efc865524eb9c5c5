package org.consentledger.standalone;

import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.consentledger.command.customer.RetentionsDue;
import org.consentledger.command.customer.RetentionsDue.Departed;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.query.accesses.AccessRetention;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Names the customers of whom nothing need be kept any longer, and has their personal data erased where asked to; or does
 * so with the records of who looked.
 */
@TalksToTheTerminal
@Command(
        name = "retention",
        description = {
            "Name the customers who left and whose retentions are over; with --erase, erase their personal data.",
            "Or count the records of who looked that are older than --kept-for; with --erase, delete them.",
            "Exit status: 0 done, 1 not all could be erased, 2 wrong usage."
        },
        mixinStandardHelpOptions = true)
final class RetentionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One must be given, so that nobody erases by a slip. */
    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    private static final class Which {
        @Option(names = "--due", required = true, description = "Customers who are due, one a line.")
        @SuppressWarnings("UnusedVariable") // What is not the other is this.
        private boolean due;

        @Option(names = "--accesses", required = true, description = "Records of who looked.")
        private boolean accesses;
    }

    @Option(
            names = "--erase",
            description = "Erase them, for good. Whoever runs this approves what the end of the retention asks for.")
    private boolean erase;

    @Option(
            names = "--kept-for",
            paramLabel = "PERIOD",
            defaultValue = "${env:LEDGER_ACCESSES_KEPTFOR:-P3Y}",
            description = {
                "How long records of who looked are kept, a year at least (ISO 8601).",
                "Default: LEDGER_ACCESSES_KEPTFOR, or else three years."
            })
    private String keptFor = "";

    @Mixin
    private LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private LedgerKeysOption keys = new LedgerKeysOption();

    @Override
    public Integer call() {
        return which.accesses ? accesses() : customers();
    }

    private int accesses() {
        var period = period();
        return LedgerVerb.run(parts -> {
            var retention = new AccessRetention(ledger.open(parts).dataSource());
            var now = InstantSource.system().instant();
            System.out.println(
                    erase
                            ? retention.delete(period, now) + " records of who looked deleted"
                            : retention.over(period, now) + " records of who looked are over " + period);
            return 0;
        });
    }

    private Period period() {
        try {
            return AccessRetention.period(keptFor);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--kept-for: " + e.getMessage(), e);
        }
    }

    private int customers() {
        return LedgerVerb.run(parts -> {
            var opened = ledger.open(parts);
            var directory = keys.of(opened);
            var application = parts.open(() -> VerbApplication.start(opened, directory, Map.of()));
            var retentions = application.bean(RetentionsDue.class);
            var departed = retentions.departed();
            var over = departed.stream().filter(Departed::isDue).toList();
            int notErased = 0;
            for (var customer : over) {
                if (!erase) {
                    System.out.println(text(customer));
                } else if (!erased(retentions, customer)) {
                    notErased++;
                }
            }
            System.out.println(over.size() + " due; " + waiting(departed));
            return notErased == 0 ? 0 : 1;
        });
    }

    /** Something may have come between: a legal hold, or the customer. */
    private static boolean erased(RetentionsDue retentions, Departed customer) {
        try {
            var finalBy = retentions.erase(customer.customerId());
            System.out.println(text(customer) + ": erased, for good by " + finalBy);
            return true;
        } catch (CommandRejected rejected) {
            System.out.println(text(customer) + ": not erased, " + rejected.code());
            return false;
        }
    }

    private static String waiting(List<Departed> departed) {
        return count(departed, Code.RETENTION_RUNNING) + " kept for the time being, "
                + count(departed, Code.LEGAL_HOLD) + " under a legal hold, " + count(departed, Code.STATE_CONFLICT)
                + " came back";
    }

    private static long count(List<Departed> departed, Code hindrance) {
        return departed.stream()
                .filter(customer -> customer.hindrance() == hindrance)
                .count();
    }

    private static String text(Departed customer) {
        var last = customer.last();
        return customer.customerId()
                + (last == null
                        ? " left; the terms keep nothing"
                        : " left " + last.leftAt() + ", kept until " + last.keptUntil() + " (" + last.purposeId()
                                + ")");
    }
}
