package org.consentledger.comparison.printed;

/**
 * Why a row of a printed table could not be followed; the draft is as if it were not there.
 *
 * @param row its number in the table, from 1
 * @param excerpt how the words in question begin
 */
public record TableProblem(Code code, int row, String excerpt) {
    private static final int LONGEST = 60;

    /** What is wrong; a code is never renamed nor given another meaning. */
    public enum Code {
        /** The old edition does not say what the old column says. */
        OLD_CELL_NOT_FOUND,
        /** The old edition says so in several places, and nothing tells which is meant. */
        OLD_CELL_AMBIGUOUS,
        /** Nothing tells where the new words belong. */
        PLACE_UNKNOWN,
        /** The new column leaves out what the old one shows; whether it changed is not known. */
        NEW_CELL_ELIDED,
        /** Another row says something else of the same words. */
        ROWS_CONTRADICT
    }

    static TableProblem of(Code code, PrintedRow row, String words) {
        var line = words.strip().replaceAll("\\s+", " ");
        int end =
                line.length() <= LONGEST ? line.length() : line.offsetByCodePoints(0, line.codePointCount(0, LONGEST));
        return new TableProblem(code, row.number(), line.substring(0, end));
    }
}
