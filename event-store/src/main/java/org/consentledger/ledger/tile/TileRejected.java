package org.consentledger.ledger.tile;

/** A tile, an entry bundle or the path of one is not what C2SP tlog-tiles says it is. */
public final class TileRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TileRejected(String reason) {
        super(reason);
    }
}
