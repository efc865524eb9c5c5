package org.consentledger.command.imports;

import org.consentledger.command.platform.Code;

/**
 * Why a row was rejected.
 *
 * @param line number of its first line, from 1
 * @param message for people, in the language asked for; it repeats nothing that could name a person
 */
public record Reject(long line, Code code, String message) {}
