package org.consentledger.command.drafting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** The text of a Word document's elements as it is printed, with the numbers of its lists. */
final class WordText {
    private static final int WIDEST = 20;

    private final WordNumbering numbering;
    private final Set<LeftOut> leftOut;

    WordText(WordNumbering numbering, Set<LeftOut> leftOut) {
        this.numbering = numbering;
        this.leftOut = leftOut;
    }

    /** The lines of a paragraph, of a table, or of what holds some of them. */
    List<String> lines(Element element) {
        var lines = new ArrayList<String>();
        switch (element.getLocalName()) {
            case "p" -> lines.addAll(paragraph(element).lines().toList());
            case "tbl" -> {
                leftOut.add(LeftOut.TABLES_FLATTENED);
                rows(element).forEach(row -> lines.add(String.join("\t", row).replace("\n", " ")));
            }
            case "body", "tc" -> WordXml.content(element).forEach(child -> lines.addAll(lines(child)));
            case "del", "moveFrom" -> leftOut.add(LeftOut.TRACKED_CHANGES_ACCEPTED);
            default -> {}
        }
        return lines.isEmpty() && element.getLocalName().equals("p") ? List.of("") : lines;
    }

    /** The cells of a table, each with its lines; a cell that reaches over several columns is followed by empty ones. */
    List<List<String>> rows(Element table) {
        var rows = new ArrayList<List<String>>();
        for (var row : WordXml.content(table)) {
            if (row.getLocalName().equals("tr")) {
                var cells = new ArrayList<String>();
                for (var cell : WordXml.content(row)) {
                    if (cell.getLocalName().equals("tc")) {
                        cells.add(String.join("\n", lines(cell)).strip());
                        cells.addAll(Collections.nCopies(columns(cell) - 1, ""));
                    }
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static int columns(Element cell) {
        return WordXml.child(cell, "tcPr")
                .flatMap(properties -> WordXml.number(properties, "gridSpan"))
                .map(span -> Math.clamp(span, 1, WIDEST))
                .orElse(1);
    }

    private String paragraph(Element paragraph) {
        var text = new StringBuilder();
        runs(paragraph, text);
        var number = numbering.printed(paragraph);
        return text.isEmpty() ? number.stripTrailing() : number + text;
    }

    private void runs(Element parent, StringBuilder text) {
        for (var child : WordXml.children(parent)) {
            switch (child.getLocalName()) {
                case "r" -> run(child, text);
                case "ins", "moveTo" -> {
                    leftOut.add(LeftOut.TRACKED_CHANGES_ACCEPTED);
                    runs(child, text);
                }
                case "hyperlink", "smartTag", "fldSimple", "sdt", "sdtContent", "customXml", "dir", "bdo" ->
                    runs(child, text);
                case "del", "moveFrom" -> leftOut.add(LeftOut.TRACKED_CHANGES_ACCEPTED);
                default -> {}
            }
        }
    }

    private void run(Element run, StringBuilder text) {
        boolean hidden = WordXml.child(run, "rPr")
                .map(properties -> WordXml.isOn(properties, "vanish"))
                .orElse(false);
        if (hidden) {
            leftOut.add(LeftOut.HIDDEN_TEXT_LEFT_OUT);
            return;
        }
        for (var part : WordXml.children(run)) {
            switch (part.getLocalName()) {
                case "t" -> text.append(part.getTextContent());
                case "tab", "ptab" -> text.append('\t');
                case "br", "cr" -> text.append('\n');
                case "noBreakHyphen" -> text.append('‑');
                case "ruby" -> WordXml.child(part, "rubyBase").ifPresent(base -> runs(base, text));
                case "footnoteReference", "endnoteReference" -> leftOut.add(LeftOut.FOOTNOTES_LEFT_OUT);
                case "drawing", "pict", "object", "AlternateContent" -> leftOut.add(LeftOut.PICTURES_LEFT_OUT);
                default -> {}
            }
        }
    }
}
