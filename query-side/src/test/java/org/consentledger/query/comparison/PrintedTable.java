package org.consentledger.query.comparison;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A printed table read back, whatever it was printed as: rows of cells, the column heads first. */
record PrintedTable(List<List<ReadCell>> rows) {
    /**
     * A cell.
     *
     * @param text its lines
     * @param marked the words that are bold and underlined, joined
     */
    record ReadCell(String text, String marked) {}

    List<String> column(int column) {
        return rows.stream().map(row -> row.get(column).text()).toList();
    }

    static PrintedTable html(byte[] page) {
        return new PrintedTable(Jsoup.parse(new String(page, StandardCharsets.UTF_8)).select("tr").stream()
                .map(row ->
                        row.select("th, td").stream().map(PrintedTable::cell).toList())
                .toList());
    }

    private static ReadCell cell(Element cell) {
        var lines = cell.select("p").isEmpty()
                ? cell.ownText()
                : cell.select("p").stream().map(Element::wholeText).collect(Collectors.joining("\n"));
        return new ReadCell(
                lines, cell.select("ins, del").stream().map(Element::wholeText).collect(Collectors.joining()));
    }

    static PrintedTable docx(byte[] bytes) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            return new PrintedTable(document.getTables().getFirst().getRows().stream()
                    .map(row ->
                            row.getTableCells().stream().map(PrintedTable::cell).toList())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadCell cell(XWPFTableCell cell) {
        return new ReadCell(
                cell.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n")),
                cell.getParagraphs().stream()
                        .flatMap(paragraph -> paragraph.getRuns().stream())
                        .filter(run -> run.isBold() && run.getUnderline() == UnderlinePatterns.SINGLE)
                        .map(run -> run.text())
                        .collect(Collectors.joining()));
    }

    static PrintedTable xlsx(byte[] bytes) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = new ArrayList<List<ReadCell>>();
            workbook.getSheetAt(0)
                    .forEach(row -> rows.add(IntStream.range(0, 3)
                            .mapToObj(column -> cell((XSSFCell) row.getCell(column)))
                            .toList()));
            return new PrintedTable(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadCell cell(XSSFCell cell) {
        var rich = cell.getRichStringCellValue();
        var marked = new StringBuilder();
        for (int i = 0; i < rich.numFormattingRuns(); i++) {
            var font = rich.getFontOfFormattingRun(i);
            if (font != null && font.getBold() && font.getUnderline() != 0) {
                int from = rich.getIndexOfFormattingRun(i);
                marked.append(rich.getString(), from, from + rich.getLengthOfFormattingRun(i));
            }
        }
        return new ReadCell(rich.getString(), marked.toString());
    }
}
