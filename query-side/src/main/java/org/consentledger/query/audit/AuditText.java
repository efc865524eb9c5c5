package org.consentledger.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consentledger.texts.Texts;

/** Tells what an audit found, in Japanese or English. */
public record AuditText(Locale language) {
    private static final Texts TEXTS = new Texts(AuditText.class, "audit");

    /** One disagreement, in one line. */
    public String line(Disagreement disagreement) {
        var first = disagreement.differences().getFirst();
        var said = first.ledger() == null ? first.projection() : first.ledger();
        return say(
                "disagreement",
                who(disagreement),
                say("what." + first.what()),
                said == null ? "" : said.kind(),
                Long.toString(first.position()),
                Long.toString(disagreement.count()));
    }

    private String who(Disagreement disagreement) {
        if (disagreement.customerId() == null) {
            return say("who.terms", String.valueOf(disagreement.termsId()));
        }
        return disagreement.termsId() == null
                ? say("who.customer", disagreement.customerId())
                : say("who.both", disagreement.customerId(), disagreement.termsId());
    }

    /** What it all came to. */
    public List<String> lines(Audited audited) {
        var lines = new ArrayList<String>();
        if (audited.findingCount() == 0) {
            lines.add(say(
                    "verified",
                    Long.toString(audited.size()),
                    Long.toString(audited.checkpointSize()),
                    audited.ledger()));
        } else {
            lines.add(say("notVerified", Long.toString(audited.findingCount())));
            audited.findings()
                    .forEach(found ->
                            lines.add(say("finding", found.damage(), Long.toString(found.position()), found.what())));
        }
        lines.add(say(
                audited.disagreements() == 0 ? "agrees" : "differs",
                Long.toString(audited.customersByTerms()),
                Long.toString(audited.facts()),
                Long.toString(audited.disagreements())));
        if (audited.notIncluded() > 0) {
            lines.add(say("behind", Long.toString(audited.notIncluded())));
        }
        return lines;
    }

    private String say(String key, Object... arguments) {
        return TEXTS.say(language, key, arguments);
    }
}
