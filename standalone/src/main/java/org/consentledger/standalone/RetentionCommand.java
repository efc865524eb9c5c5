package org.consentledger.standalone;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.consentledger.command.customer.RetentionsDue;
import org.consentledger.command.customer.RetentionsDue.Departed;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names the customers of whom nothing need be kept any longer, and has their personal data erased where asked to. */
@TalksToTheTerminal
@Command(
        name = "retention",
        description = {
            "Name the customers who left and whose retentions are over; with --erase, erase their personal data.",
            "Exit status: 0 done, 1 not all could be erased, 2 wrong usage."
        },
        mixinStandardHelpOptions = true)
final class RetentionCommand implements Callable<Integer> {
    @Option(names = "--due", required = true, description = "Those who are due, one a line.")
    @SuppressWarnings("UnusedVariable") // It must be given, so that nobody erases by a slip.
    private boolean due;

    @Option(
            names = "--erase",
            description = "Erase them, for good. Whoever runs this approves what the end of the retention asks for.")
    private boolean erase;

    @Mixin
    private LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private LedgerKeysOption keys = new LedgerKeysOption();

    @Override
    public Integer call() {
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
