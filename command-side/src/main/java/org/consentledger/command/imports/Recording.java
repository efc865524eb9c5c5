package org.consentledger.command.imports;

import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.LookedUp;

/** Records what the rules allow. */
final class Recording implements Judge {
    private final Commands commands;

    Recording(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Outcome judge(LookedUp lookedUp) {
        var written = commands.sendOneOfMany(lookedUp);
        return written.replayed()
                ? new Outcome.AlreadyRecorded()
                : Outcome.Recorded.of(written.last(), lookedUp.record().digestTaken());
    }
}
