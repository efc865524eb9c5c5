package org.consentledger.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.consentledger.access.Scope;
import org.consentledger.events.Actor;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class ActingCallerTest {
    private static final ActorBody SELF = actor(Actor.Kind.SELF);
    private static final ActorBody REPRESENTATIVE = actor(Actor.Kind.REPRESENTATIVE);
    private static final ActorBody STAFF = actor(Actor.Kind.STAFF);
    private static final SourceBody PAPER = new SourceBody(Source.Kind.PAPER, "A-1", DatePrecision.DAY);

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @DisplayName("顧客本人のトークンは、本人が今したことだけを述べる。ほかの権限が書いてあっても")
    void aCustomerStatesWhatHeDoesHimselfNow() {
        calls(Scope.CONSENT_SELF, Scope.CONSENT_WRITE, Scope.CONSENT_ON_BEHALF);

        assertThat(mayState(null, null)).isTrue();
        assertThat(mayState(SELF, null)).isTrue();
        assertThat(mayState(REPRESENTATIVE, null)).isFalse();
        assertThat(mayState(STAFF, null)).isFalse();
        assertThat(mayState(SELF, PAPER)).isFalse();
    }

    @Test
    @DisplayName("consent.write は本人・代理人・過去の記録に及び、職員には及ばない")
    void signUpStatesSelfRepresentativeAndSource() {
        calls(Scope.CONSENT_WRITE);

        assertThat(mayState(SELF, PAPER)).isTrue();
        assertThat(mayState(REPRESENTATIVE, PAPER)).isTrue();
        assertThat(mayState(STAFF, null)).isFalse();
    }

    @Test
    @DisplayName("consent.onbehalf だけでは職員として述べるだけで、過去の記録は写せない")
    void staffAloneTakesNothingOver() {
        calls(Scope.CONSENT_ON_BEHALF);

        assertThat(mayState(STAFF, null)).isTrue();
        assertThat(mayState(STAFF, PAPER)).isFalse();
        assertThat(mayState(SELF, null)).isFalse();
    }

    @Test
    void whoHasNoTokenStatesNothing() {
        assertThat(mayState(null, null)).isFalse();
    }

    private static boolean mayState(@Nullable ActorBody actor, @Nullable SourceBody source) {
        try {
            ActingCaller.mayState(actor, source);
            return true;
        } catch (CommandRejected rejected) {
            assertThat(rejected.code()).isEqualTo(Code.FORBIDDEN);
            return false;
        }
    }

    private static ActorBody actor(Actor.Kind kind) {
        return new ActorBody(kind, null, null, null);
    }

    private static void calls(Scope... scopes) {
        var token = Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .subject("somebody")
                .expiresAt(Instant.MAX)
                .build();
        var may = Stream.of(scopes).map(scope -> "SCOPE_" + scope.value()).toArray(String[]::new);
        SecurityContextHolder.getContext()
                .setAuthentication(new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList(may)));
    }
}
