package org.consentledger.command.thirdparty;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.consentledger.command.platform.AggregateLocks;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.thirdparty.PersonalDataProvided;
import org.consentledger.events.thirdparty.ThirdPartyEvent;
import org.consentledger.standing.Permission;
import org.consentledger.standing.Standing.OfPurpose;
import org.jspecify.annotations.Nullable;

/**
 * All that was provided to third parties of one customer's data.
 *
 * <p>Each provision that happened is recorded, also one that was not permitted: the law demands a record of every one (APPI
 * article 29), and a register that took the permitted ones alone would hide the others. Each says whether it was permitted,
 * and on which of the customer's records that rests. None is ever taken back.
 */
@Aggregate(type = "ThirdPartyProvisions", lockFactory = AggregateLocks.NAME)
class ThirdPartyProvisions {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;

    ThirdPartyProvisions() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordProvision command, PermissionsThen permissions) {
        var judged = permissions.judge(command);
        apply(new PersonalDataProvided(
                command.customerId(),
                judged.termsId(),
                command.purposeId(),
                command.recipient(),
                command.dataItems(),
                command.providedAt(),
                judged.permission().permitsProvision(),
                consent(judged.permission())));
    }

    private static @Nullable String consent(Permission permission) {
        OfPurpose purpose = permission.purpose();
        return purpose != null && permission.permitsProvision() ? purpose.recordId() : null;
    }

    @EventSourcingHandler
    void on(ThirdPartyEvent event) {
        id = AggregateIds.thirdParties(event.customerId());
    }
}
