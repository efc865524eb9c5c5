package org.consentledger.query.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.consentledger.comparison.Row;

/** The table as a spreadsheet (XLSX), to be printed on A4 across. Every cell is text, whatever it begins with. */
final class SpreadsheetTable {
    private static final int SIDE = 58 * 256;
    private static final int REMARKS = 11 * 256;
    private static final double INCHES_FOR_HEADER = 1.1;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Comparison comparison;
    private final Wording wording;
    private final SheetStyles styles = new SheetStyles(workbook);

    private SpreadsheetTable(Comparison comparison, Wording wording) {
        this.comparison = comparison;
        this.wording = wording;
    }

    static byte[] of(Comparison comparison, Wording wording) {
        var table = new SpreadsheetTable(comparison, wording);
        try (var workbook = table.workbook) {
            table.write();
            return OfficePackage.bytes(workbook, comparison, wording.title(comparison));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        var sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(wording.sheet()));
        layOut(sheet);
        var columns = sheet.createRow(0);
        for (int i = 0; i < wording.columns().size(); i++) {
            put(columns, i, new XSSFRichTextString(wording.columns().get(i)), styles.head);
        }
        int next = 1;
        for (var row : comparison.table().rows()) {
            next = write(sheet, next, row);
        }
    }

    private int write(XSSFSheet sheet, int first, Row row) {
        var newer = SheetPieces.of(PrintedLine.of(row.newer(), wording.elision()));
        var older = SheetPieces.of(PrintedLine.of(row.older(), wording.elision()));
        int rows = Math.max(1, Math.max(newer.size(), older.size()));
        for (int i = 0; i < rows; i++) {
            var left = i < newer.size() ? newer.get(i) : List.<PrintedLine>of();
            var right = i < older.size() ? older.get(i) : List.<PrintedLine>of();
            var line = sheet.createRow(first + i);
            int height = Math.max(1, Math.max(SheetPieces.height(left), SheetPieces.height(right)));
            line.setHeightInPoints(SheetStyles.height(height));
            put(line, 0, rich(left), styles.text);
            put(line, 1, rich(right), styles.text);
            put(line, 2, new XSSFRichTextString(i == 0 ? wording.remark(row.remark()) : ""), styles.centred);
        }
        return first + rows;
    }

    private XSSFRichTextString rich(List<PrintedLine> lines) {
        var rich = new XSSFRichTextString();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                rich.append("\n", styles.plain);
            }
            for (var run : lines.get(i).runs()) {
                rich.append(run.text(), run.changed() ? styles.marked : styles.plain);
            }
        }
        return rich;
    }

    private static void put(XSSFRow row, int column, XSSFRichTextString words, XSSFCellStyle style) {
        var cell = row.createCell(column);
        cell.setCellValue(words);
        cell.setCellStyle(style);
    }

    private void layOut(XSSFSheet sheet) {
        sheet.setColumnWidth(0, SIDE);
        sheet.setColumnWidth(1, SIDE);
        sheet.setColumnWidth(2, REMARKS);
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        var print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setMargin(PageMargin.TOP, INCHES_FOR_HEADER);
        sheet.getHeader().setCenter(inHeader(wording.title(comparison) + "\n" + wording.editions(comparison)));
        sheet.getFooter().setCenter("&P / &N");
    }

    /** In a header an ampersand begins a code. */
    private static String inHeader(String words) {
        return words.replace("&", "&&");
    }
}
