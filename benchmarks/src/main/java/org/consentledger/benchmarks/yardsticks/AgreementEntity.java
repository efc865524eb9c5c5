package org.consentledger.benchmarks.yardsticks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** What a customer accepted last; Envers keeps what it was before. */
@Audited
@SuppressWarnings("UnusedVariable") // Hibernate reads them.
@Entity(name = "agreement")
class AgreementEntity {
    private static final int LONG = 2_000;

    @Id
    private String id;

    private int edition;
    private @Nullable String digest;
    private @Nullable String channel;
    private @Nullable String actor;
    private @Nullable String ipAddress;
    private @Nullable String userAgent;

    @Column(length = LONG)
    private @Nullable String note;

    @Column(length = LONG)
    private @Nullable String decisions;

    private @Nullable Instant expressedAt;

    AgreementEntity() {
        this("");
    }

    AgreementEntity(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    void accept(Acceptance acceptance, Instant at) {
        if (acceptance.edition() < edition) {
            throw new IllegalStateException("a later edition was accepted before");
        }
        edition = acceptance.edition();
        digest = acceptance.digest();
        channel = acceptance.channel();
        actor = acceptance.actor().kind();
        ipAddress = acceptance.evidence().ipAddress();
        userAgent = acceptance.evidence().userAgent();
        note = acceptance.evidence().note();
        decisions = acceptance.decisions().toString();
        expressedAt = at;
    }
}
