package org.consentledger.query.comparison;

import java.util.List;
import java.util.Locale;
import org.consentledger.comparison.Remark;
import org.consentledger.texts.Printable;
import org.consentledger.texts.Texts;

/** What a printed table says besides the provisions, in the reader's language. */
record Wording(Locale language) {
    private static final Texts TEXTS = new Texts(Wording.class, "table");

    String title(Comparison comparison) {
        return Printable.text(say("title", comparison.title()));
    }

    /** Which edition stands on this side, such as 第十三版（2020年2月21日実施）. */
    String edition(ComparedEdition edition) {
        var day = TEXTS.times(language, "day").format(edition.effectiveOn());
        return Printable.text(say("edition." + edition.status(), edition.label(), day));
    }

    /** Both, the newer first. */
    String editions(Comparison comparison) {
        return edition(comparison.newer()) + " / " + edition(comparison.older());
    }

    String sheet() {
        return say("sheet");
    }

    /** 新, 旧, 備考. */
    List<String> columns() {
        return List.of(say("column.new"), say("column.old"), say("column.remarks"));
    }

    String remark(Remark remark) {
        return say("remark." + remark);
    }

    String elision() {
        return say("elision");
    }

    String end() {
        return say("end");
    }

    private String say(String key, Object... arguments) {
        return TEXTS.say(language, key, arguments);
    }
}
