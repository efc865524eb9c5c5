package org.consentledger.query.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.consentledger.comparison.Row;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** The table as a Word document (DOCX): what lawyers send each other. Sizes in twentieths of a point. */
final class WordTable {
    private static final int REMARKS = 1_200;
    private static final int SIDE = (WordPage.WIDTH - REMARKS) / 2;
    private static final int[] WIDTHS = {SIDE, SIDE, REMARKS};
    private static final String HEAD_COLOUR = "EEEEEE";

    private final XWPFDocument document = new XWPFDocument();
    private final Comparison comparison;
    private final Wording wording;

    private WordTable(Comparison comparison, Wording wording) {
        this.comparison = comparison;
        this.wording = wording;
    }

    static byte[] of(Comparison comparison, Wording wording) {
        var table = new WordTable(comparison, wording);
        try (var document = table.document) {
            table.write();
            return OfficePackage.bytes(document, comparison, wording.title(comparison));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        WordPage.layOut(document, wording.language());
        var title = document.createParagraph();
        title.setAlignment(ParagraphAlignment.CENTER);
        title.setSpacingAfter(120);
        var words = title.createRun();
        words.setBold(true);
        words.setFontSize(14);
        words.setText(wording.title(comparison));
        var rows = comparison.table().rows();
        var table = document.createTable(rows.size() + 1, WIDTHS.length);
        layOut(table);
        head(table);
        for (int i = 0; i < rows.size(); i++) {
            row(table, i + 1, rows.get(i));
        }
        document.createParagraph().createRun().setText(wording.end());
    }

    private static void layOut(XWPFTable table) {
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(2 * SIDE + REMARKS);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        var grid = table.getCTTbl().addNewTblGrid();
        for (int width : WIDTHS) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
    }

    private void head(XWPFTable table) {
        var head = table.getRow(0);
        head.setRepeatHeader(true);
        var editions = List.of(wording.edition(comparison.newer()), wording.edition(comparison.older()), "");
        for (int i = 0; i < WIDTHS.length; i++) {
            var cell = cell(table, 0, i);
            cell.setColor(HEAD_COLOUR);
            var name = centred(cell.getParagraphs().getFirst()).createRun();
            name.setBold(true);
            name.setText(wording.columns().get(i));
            if (!editions.get(i).isEmpty()) {
                var edition = centred(cell.addParagraph()).createRun();
                edition.setFontSize(9);
                edition.setText(editions.get(i));
            }
        }
    }

    private void row(XWPFTable table, int number, Row row) {
        write(cell(table, number, 0), PrintedLine.of(row.newer(), wording.elision()));
        write(cell(table, number, 1), PrintedLine.of(row.older(), wording.elision()));
        var remark = cell(table, number, 2).getParagraphs().getFirst();
        centred(remark).createRun().setText(wording.remark(row.remark()));
    }

    private static XWPFTableCell cell(XWPFTable table, int row, int column) {
        var cell = table.getRow(row).getCell(column);
        cell.setWidth(Integer.toString(WIDTHS[column]));
        return cell;
    }

    private static void write(XWPFTableCell cell, List<PrintedLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            var paragraph = i == 0 ? cell.getParagraphs().getFirst() : cell.addParagraph();
            for (var run : lines.get(i).runs()) {
                var words = paragraph.createRun();
                words.setText(run.text());
                if (run.changed()) {
                    words.setBold(true);
                    words.setUnderline(UnderlinePatterns.SINGLE);
                }
            }
        }
    }

    private static XWPFParagraph centred(XWPFParagraph paragraph) {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        return paragraph;
    }
}
