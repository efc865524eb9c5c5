package org.consentledger.standalone.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionBindingEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

class IssuerSessionTest {
    private static final int MINUTES = 900;
    private static final int HOURS = 28_800;

    private final MockHttpSession session = new MockHttpSession();

    @Test
    @DisplayName("セッションは、ログインして初めて一日の勤務ほど続く")
    void lastsFromTheLoginOn() {
        session.setMaxInactiveInterval(MINUTES);
        put("ISSUER_REQUEST");
        assertThat(session.getMaxInactiveInterval()).isEqualTo(MINUTES);
        assertThat(isLoggedIn()).isFalse();

        put("ISSUER_CONTEXT");
        assertThat(session.getMaxInactiveInterval()).isEqualTo(HOURS);
        assertThat(isLoggedIn()).isTrue();
    }

    @Test
    void nobodyIsLoggedInWithoutASession() {
        assertThat(IssuerSession.isLoggedIn(new MockHttpServletRequest())).isFalse();
    }

    private boolean isLoggedIn() {
        var request = new MockHttpServletRequest();
        request.setSession(session);
        return IssuerSession.isLoggedIn(request);
    }

    /** A server tells its listeners of it. */
    private void put(String name) {
        session.setAttribute(name, name);
        new IssuerSession().attributeAdded(new HttpSessionBindingEvent(session, name, name));
    }
}
