package org.consentledger.ledger.audit;

/** Hears how far a run over the whole ledger has come. */
public interface Progress {
    /** Called once, before the first {@link #reached}. */
    void total(long leaves);

    void reached(long leaves);

    /** Nobody listens. */
    static Progress none() {
        return new Progress() {
            @Override
            public void total(long leaves) {}

            @Override
            public void reached(long leaves) {}
        };
    }
}
