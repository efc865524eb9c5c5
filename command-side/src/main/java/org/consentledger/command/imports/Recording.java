package org.consentledger.command.imports;

import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.LookedUp;
import org.jspecify.annotations.Nullable;

/** Records what the rules allow. */
final class Recording implements Judge {
    private final Commands commands;
    private final @Nullable String recordedBy;

    /** @param recordedBy who asked for the import; {@code null} where that was nobody with a token */
    Recording(Commands commands, @Nullable String recordedBy) {
        this.commands = commands;
        this.recordedBy = recordedBy;
    }

    @Override
    public Outcome judge(LookedUp lookedUp) {
        var written = commands.sendOneOfMany(lookedUp, recordedBy);
        return written.replayed()
                ? new Outcome.AlreadyRecorded()
                : Outcome.Recorded.of(written.last(), lookedUp.record().digestTaken());
    }
}
