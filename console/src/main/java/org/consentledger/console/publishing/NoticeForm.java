package org.consentledger.console.publishing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.consentledger.console.platform.Clock;
import org.consentledger.console.platform.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the form that records a notice of change.
 *
 * @param postedAt a civil time of the terms' zone, as the form has it
 */
record NoticeForm(String channel, String postedAt, @Nullable String url) {

    /** @throws org.springframework.web.server.ResponseStatusException 400 where a field was not sent, which no page's form does */
    NoticeForm whole() {
        DraftForm.requireSent(channel, postedAt);
        return this;
    }

    Map<String, Object> body(Terms.Choice choice) {
        var notice = new LinkedHashMap<String, Object>();
        notice.put("channel", channel);
        notice.put("postedAt", Objects.requireNonNullElse(Clock.asked(postedAt, choice.zone()), ""));
        if (url != null && !url.isBlank()) {
            notice.put("url", url.strip());
        }
        return notice;
    }
}
