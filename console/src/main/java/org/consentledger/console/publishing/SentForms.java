package org.consentledger.console.publishing;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.util.WebUtils;

/**
 * The forms that somebody has sent already, kept in his session, for what the command side has no key for: a form sent once
 * more, or twice at once, does nothing again.
 */
final class SentForms {
    private static final String KEPT = SentForms.class.getName();
    private static final int MOST = 100;

    private final Set<UUID> sent = new LinkedHashSet<>();

    private SentForms() {}

    /** Runs it where the form was not sent before; one that fails counts as not sent. */
    static void once(HttpSession session, UUID form, Runnable act) {
        synchronized (WebUtils.getSessionMutex(session)) {
            var forms = session.getAttribute(KEPT) instanceof SentForms kept ? kept : new SentForms();
            if (!forms.sent.contains(form)) {
                act.run();
                forms.remember(form);
                session.setAttribute(KEPT, forms);
            }
        }
    }

    private void remember(UUID form) {
        sent.add(form);
        if (sent.size() > MOST) {
            sent.remove(sent.iterator().next());
        }
    }
}
