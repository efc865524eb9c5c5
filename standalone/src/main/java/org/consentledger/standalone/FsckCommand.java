package org.consentledger.standalone;

import java.util.concurrent.Callable;
import org.consentledger.ledger.fsck.Fsck;
import org.consentledger.ledger.note.SignedNote;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Recomputes the ledger in a database. With a data directory it trusts the key kept there and holds the ledger against
 * what the signer remembers; with a mere database it trusts the keys given, or else those that the database names.
 */
@TalksToTheTerminal
@Command(
        name = "fsck",
        description = "Recompute the whole ledger from its stored bytes, and name what is not as it was recorded.",
        mixinStandardHelpOptions = true)
final class FsckCommand implements Callable<Integer> {
    @Mixin
    private LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private AuthorityOption authority = new AuthorityOption();

    @Override
    public Integer call() {
        return LedgerVerb.run(parts -> {
            var given = keys.read();
            var timestamps = authority.read();
            var opened = ledger.open(parts);
            var trusted = opened.trusting(given);
            @Nullable
            SignedNote remembered =
                    opened.keys().isPresent() ? opened.keys().get().lastSigned().orElse(null) : null;
            try (var progress = TerminalProgress.of("fsck")) {
                return ReportText.print(new Fsck(opened.dataSource(), trusted, remembered, progress)
                        .trusting(timestamps)
                        .run());
            }
        });
    }
}
