package org.consentledger.command.agreement;

import java.util.Optional;
import org.consentledger.command.platform.Annulling;
import org.consentledger.events.agreement.AgreementAct;
import org.springframework.stereotype.Component;

/** What customers did and decided can be annulled; an annulment cannot. */
@Component
class AnnullingAgreements implements Annulling {
    @Override
    public Optional<Object> command(Asked asked) {
        return asked.event() instanceof AgreementAct act && act.customerId().equals(asked.customerId())
                ? Optional.of(new AnnulRecord(act.customerId(), act.termsId(), asked.recordId(), asked.reason()))
                : Optional.empty();
    }
}
