package org.consentledger.command.drafting;

import java.util.EnumSet;
import java.util.Set;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.MultiLine;

/**
 * A document's text, as a draft can take it.
 *
 * @param text lines, each with its line end
 */
record DraftedText(String text, Set<LeftOut> leftOut) {

    static DraftedText of(Brought document) {
        var leftOut = EnumSet.noneOf(LeftOut.class);
        var text = switch (document.type()) {
            case Brought.PLAIN -> document.text();
            case Brought.MARKDOWN -> MarkdownText.of(document.text(), leftOut);
            case Brought.DOCX -> WordDocument.text(document.bytes(), leftOut);
            default -> throw new CommandRejected(Code.UNSUPPORTED_MEDIA_TYPE);
        };
        return new DraftedText(withoutControls(text, leftOut), leftOut);
    }

    /** An edition's text may hold tabs, line ends and page breaks, but no other control character. */
    static String withoutControls(String text, Set<LeftOut> leftOut) {
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isISOControl(unit) || MultiLine.ALLOWED.indexOf(unit) >= 0) {
                kept.append(unit);
            } else {
                leftOut.add(LeftOut.CONTROL_CHARACTERS_LEFT_OUT);
            }
        }
        return kept.toString();
    }
}
