package org.consentledger.comparison;

/** Words in a row that are in both texts, in the newer alone, or in the older alone. */
public record Segment(Change change, String text) {
    /** What became of them. */
    public enum Change {
        SAME,
        INSERTED,
        DELETED
    }
}
