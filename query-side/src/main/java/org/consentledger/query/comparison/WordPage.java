package org.consentledger.query.comparison;

import java.math.BigInteger;
import java.util.Locale;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** What a Word document is printed on: A4 across, numbered pages, the fonts of both scripts. Sizes in twentieths of a point. */
final class WordPage {
    private static final int LONG_SIDE = 16_838;
    private static final int SHORT_SIDE = 11_906;
    private static final int MARGIN = 1_134;

    /** Between the margins. */
    static final int WIDTH = LONG_SIDE - 2 * MARGIN;

    private WordPage() {}

    static void layOut(XWPFDocument document, Locale language) {
        setFonts(document, language);
        setPage(document);
        numberPages(document);
    }

    private static void setFonts(XWPFDocument document, Locale language) {
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
        fonts.setCs("Times New Roman");
        fonts.setEastAsia("ＭＳ 明朝");
        var styles = document.createStyles();
        styles.setDefaultFonts(fonts);
        styles.setEastAsia("ja-JP");
        styles.setSpellingLanguage(language.toLanguageTag());
    }

    private static void setPage(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setOrient(STPageOrientation.LANDSCAPE);
        size.setW(BigInteger.valueOf(LONG_SIDE));
        size.setH(BigInteger.valueOf(SHORT_SIDE));
        var margins = section.addNewPgMar();
        var margin = BigInteger.valueOf(MARGIN);
        margins.setTop(margin);
        margins.setBottom(margin);
        margins.setLeft(margin);
        margins.setRight(margin);
        margins.setHeader(BigInteger.valueOf(MARGIN / 2));
        margins.setFooter(BigInteger.valueOf(MARGIN / 2));
        margins.setGutter(BigInteger.ZERO);
    }

    private static void numberPages(XWPFDocument document) {
        var pages = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        pages.setAlignment(ParagraphAlignment.CENTER);
        pages.getCTP().addNewFldSimple().setInstr("PAGE");
        pages.createRun().setText(" / ");
        pages.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }
}
