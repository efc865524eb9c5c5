package org.consentledger.query.comparison;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a spreadsheet look. */
final class SheetStyles {
    /** Of 10 points, with room for fonts that stand in for the one asked for: they are up to half as high again. */
    private static final float POINTS_A_LINE = 15;

    final XSSFFont plain;
    final XSSFFont marked;
    final XSSFCellStyle text;
    final XSSFCellStyle centred;
    final XSSFCellStyle head;
    private final XSSFWorkbook workbook;

    SheetStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        plain = font(false);
        marked = font(true);
        marked.setUnderline(Font.U_SINGLE);
        text = style(HorizontalAlignment.LEFT);
        centred = style(HorizontalAlignment.CENTER);
        head = style(HorizontalAlignment.CENTER);
        head.setFont(font(true));
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    /** Of a row of so many lines, in points. */
    static float height(int lines) {
        return lines * POINTS_A_LINE + 2;
    }

    private XSSFFont font(boolean bold) {
        var font = workbook.createFont();
        font.setFontName("ＭＳ 明朝");
        font.setFontHeightInPoints((short) 10);
        font.setBold(bold);
        return font;
    }

    private XSSFCellStyle style(HorizontalAlignment alignment) {
        var style = workbook.createCellStyle();
        style.setFont(plain);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        style.setQuotePrefixed(true);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }
}
