package org.consentledger.benchmarks;

import java.time.Duration;

/**
 * How contenders that take turns are measured.
 *
 * @param rounds how often each has its turn
 * @param warmUp how long each works at most before anything is measured; see {@link WarmUp}
 * @param lead how long it works at the beginning of each turn before it is measured
 * @param measured how long each turn is measured
 */
record Turns(int rounds, Duration warmUp, Duration lead, Duration measured) {
    static final Duration LEAD = Duration.ofSeconds(1);
}
