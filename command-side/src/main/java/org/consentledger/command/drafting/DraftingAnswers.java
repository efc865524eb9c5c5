package org.consentledger.command.drafting;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.consentledger.comparison.printed.AppliedTable;
import org.consentledger.comparison.printed.TableProblem;
import org.consentledger.texts.Texts;

/** What became of a document, as an author's client reads it. */
final class DraftingAnswers {
    private static final Texts TEXTS = new Texts(DraftingAnswers.class, "drafting");

    private DraftingAnswers() {}

    /** The text of a draft, and what the document had besides. */
    record Text(String text, List<Warning> warnings) {}

    /**
     * The text of a draft made of the old edition and a table.
     *
     * @param elided what it leaves out, since neither the table nor the old edition shows it
     * @param problems rows that were not followed
     */
    record Table(String text, List<Elided> elided, List<Problem> problems, List<Warning> warnings) {}

    record Warning(LeftOut code, String message) {}

    record Elided(String path, String text) {}

    /**
     * A row that was not followed.
     *
     * @param row its number below the heads, from 1
     * @param excerpt how the words in question begin
     */
    record Problem(TableProblem.Code code, int row, String excerpt, String message) {}

    static Text text(DraftedText drafted, Locale language) {
        return new Text(drafted.text(), warnings(drafted.leftOut(), language));
    }

    static Table table(AppliedTable applied, Set<LeftOut> leftOut, Locale language) {
        return new Table(
                applied.text(),
                applied.elided().stream()
                        .map(elided -> new Elided(elided.path(), elided.text()))
                        .toList(),
                applied.problems().stream()
                        .map(problem -> new Problem(
                                problem.code(),
                                problem.row(),
                                problem.excerpt(),
                                TEXTS.say(
                                        language,
                                        problem.code().name(),
                                        Integer.toString(problem.row()),
                                        problem.excerpt())))
                        .toList(),
                warnings(leftOut, language));
    }

    private static List<Warning> warnings(Set<LeftOut> leftOut, Locale language) {
        return leftOut.stream()
                .map(code -> new Warning(code, TEXTS.say(language, code.name())))
                .toList();
    }
}
