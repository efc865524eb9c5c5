package org.consentledger.ledger.append;

/** A unit of work admitted to a group, with the position of its own first event; commitments come before it. */
record PlacedUnit(UnitToAppend unit, long firstPosition) {
    long lastPosition() {
        return firstPosition + unit.events().size() - 1;
    }
}
