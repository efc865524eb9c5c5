package org.consentledger.command.imports;

import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.LookedUp;

/** Records nothing, and says what would become. */
final class Preview implements Judge {
    private final Commands commands;
    private final SeenReferences seen = new SeenReferences();
    private final EarlierRows earlier = new EarlierRows();

    Preview(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Outcome judge(LookedUp lookedUp) {
        var record = lookedUp.record();
        return switch (seen.known(record)) {
            case THE_SAME -> new Outcome.AlreadyRecorded();
            case SOMETHING_ELSE -> throw new CommandRejected(Code.IDEMPOTENCY_KEY_REUSED);
            case NOTHING -> {
                commands.tryOut(earlier.of(record.customerId()), record.command());
                seen.add(record);
                earlier.add(record);
                yield new Outcome.Recorded(null, Outcome.Recorded.NOWHERE, record.digestTaken());
            }
        };
    }
}
