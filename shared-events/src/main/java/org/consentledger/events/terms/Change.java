package org.consentledger.events.terms;

import org.jspecify.annotations.Nullable;

/**
 * How an edition comes to bind those who agreed to an earlier one.
 *
 * @param ground on which a change by notice rests (Civil Code article 548-4 paragraph 1)
 * @param regime the law under which the change is made
 * @param summary what changed, in the provider's words
 */
public record Change(
        Procedure procedure,
        Ground ground,
        Regime regime,
        @Nullable String summary) {

    /** What it takes. */
    public enum Procedure {
        /** The first edition: it changes nothing for anybody. */
        INITIAL,
        /** A notice of change is enough. */
        NOTICE,
        /** Each customer must accept. */
        ACCEPTANCE
    }

    /** The two grounds of Civil Code article 548-4 paragraph 1. */
    public enum Ground {
        /** Item (i): the change conforms to the general interest of the counterparties. */
        GENERAL_BENEFIT,
        /** Item (ii): the change is reasonable and does not run counter to the purpose of the contract. */
        REASONABLE
    }

    /** The law in force when the change took effect. */
    public enum Regime {
        /** Civil Code articles 548-2 to 548-4, in force from 2020-04-01. */
        CIVIL_CODE_548_4,
        EARLIER
    }
}
