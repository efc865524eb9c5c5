package org.consentledger.comparison;

/** The third column (備考) of a comparison table. */
public enum Remark {
    /** (変更) */
    CHANGED,
    /** (新設) */
    ADDED,
    /** (削除) */
    DELETED,
    /** (移動): it stands elsewhere among those it stood with, or under another provision. */
    MOVED,
    /** (略): what stands here is the same on both sides, or one side does not show it. */
    ELIDED
}
