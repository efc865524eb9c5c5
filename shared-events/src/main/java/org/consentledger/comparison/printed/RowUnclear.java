package org.consentledger.comparison.printed;

/** A row of a printed table that cannot be followed without guessing. */
final class RowUnclear extends Exception {
    private final transient TableProblem problem;

    private RowUnclear(TableProblem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    static RowUnclear of(TableProblem.Code code, PrintedRow row, String words) {
        return new RowUnclear(TableProblem.of(code, row, words));
    }

    TableProblem problem() {
        return problem;
    }
}
