package org.consentledger.ledger.reading;

import java.util.List;
import java.util.Optional;
import org.consentledger.ledger.rows.CosignatureRows;
import org.consentledger.ledger.rows.FigureRows;

/** How the ledger is: how far it is recorded, signed, time-stamped and cosigned. All of it is in the database. */
public final class LedgerHealth {
    private final FigureRows figures;
    private final CosignatureRows cosignatures;
    private final Timestamps timestamps;

    public LedgerHealth(FigureRows figures, CosignatureRows cosignatures, Timestamps timestamps) {
        this.figures = figures;
        this.cosignatures = cosignatures;
        this.timestamps = timestamps;
    }

    /** How far it is recorded, and how far signed; what is between waits for the signer. */
    public FigureRows.Stands stands() {
        return figures.stands();
    }

    /** Empty where there is none yet. */
    public Optional<RecordedTimestamp> lastTimestamp() {
        return timestamps.newest();
    }

    /** What every witness that was ever asked has cosigned last. */
    public List<CosignatureRows.Newest> witnesses() {
        return cosignatures.newest();
    }
}
