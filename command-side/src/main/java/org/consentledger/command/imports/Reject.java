package org.consentledger.command.imports;

import org.consentledger.command.platform.Code;

/**
 * Why a row was rejected.
 *
 * @param line number of its first line, from 1
 * @param message for people, in the language asked for; it repeats the name of a member that nobody knows, and no value
 */
public record Reject(long line, Code code, String message) {}
