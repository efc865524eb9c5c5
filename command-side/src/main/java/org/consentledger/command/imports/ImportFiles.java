package org.consentledger.command.imports;

import java.nio.file.Path;

/**
 * The files of one import.
 *
 * @param source what is imported; it is only read
 * @param rejects gets the rows that were rejected
 * @param state remembers how far it is, so that a run that was killed goes on there
 */
public record ImportFiles(Path source, RowFormat format, Path rejects, Path state) {}
