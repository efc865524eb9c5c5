package org.consentledger.benchmarks;

/**
 * One append or request that is done.
 *
 * @param at when its writer heard so, in microseconds since 1970-01-01T00:00Z by the system's clock
 * @param took since its writer began, in microseconds
 */
record Completion(long at, long took) {}
