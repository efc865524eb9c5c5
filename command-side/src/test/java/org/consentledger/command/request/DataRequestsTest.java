package org.consentledger.command.request;

import static org.consentledger.command.platform.Code.IDENTITY_NOT_CONFIRMED;
import static org.consentledger.command.platform.Code.REQUEST_UNKNOWN;
import static org.consentledger.command.platform.Code.STATE_CONFLICT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.command.request.StepCommand.CheckIdentity;
import org.consentledger.command.request.StepCommand.CompleteRequest;
import org.consentledger.command.request.StepCommand.DecideRequest;
import org.consentledger.command.request.StepCommand.LiftSuspension;
import org.consentledger.command.request.StepCommand.RecordFee;
import org.consentledger.command.request.StepCommand.Taken;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.CustomerId;
import org.consentledger.events.request.CorrectionRequested;
import org.consentledger.events.request.DisclosureRequested;
import org.consentledger.events.request.FeeCharged;
import org.consentledger.events.request.FeePaid;
import org.consentledger.events.request.IdentityConfirmed;
import org.consentledger.events.request.IdentityNotConfirmed;
import org.consentledger.events.request.RequestCompleted;
import org.consentledger.events.request.RequestDeclined;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.events.request.RequestGranted;
import org.consentledger.events.request.RequestKind;
import org.consentledger.events.request.SuspensionOfUseLifted;
import org.consentledger.events.request.SuspensionOfUseRequested;
import org.consentledger.events.request.UseSuspended;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DataRequestsTest {
    private static final CustomerId CUSTOMER = new CustomerId("c-1");
    private static final String ID = "one";
    private static final Instant ARRIVED = Instant.parse("2026-06-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-01T18:00:00Z");
    private static final Actor CLERK = new Actor(Actor.Kind.STAFF, "担当者", null, null);
    private static final Taken BY_CLERK = new Taken(CUSTOMER, ID, CLERK, NOW);

    private static final RequestEvent DISCLOSURE =
            new DisclosureRequested(CUSTOMER, ID, "すべて", ARRIVED, Channel.LETTER, Actor.self());
    private static final RequestEvent SUSPENSION =
            new SuspensionOfUseRequested(CUSTOMER, ID, null, ARRIVED, Channel.WEB, Actor.self());
    private static final RequestEvent CONFIRMED = new IdentityConfirmed(CUSTOMER, ID, "免許証", NOW, CLERK);
    private static final RequestEvent NOT_CONFIRMED = new IdentityNotConfirmed(CUSTOMER, ID, "免許証", NOW, CLERK);
    private static final RequestEvent CHARGED = new FeeCharged(CUSTOMER, ID, 500, "JPY", NOW, CLERK);
    private static final RequestEvent PAID = new FeePaid(CUSTOMER, ID, 500, "JPY", NOW, CLERK);
    private static final RequestEvent GRANTED = new RequestGranted(CUSTOMER, ID, "理由", NOW, CLERK);
    private static final RequestEvent DECLINED = new RequestDeclined(CUSTOMER, ID, "理由", NOW, CLERK);
    private static final RequestEvent COMPLETED = new RequestCompleted(CUSTOMER, ID, NOW, CLERK);
    private static final RequestEvent SUSPENDED = new UseSuspended(CUSTOMER, ID, "理由", NOW, CLERK);
    private static final RequestEvent LIFTED = new SuspensionOfUseLifted(CUSTOMER, ID, "理由", NOW, CLERK);

    private static final StepCommand CONFIRM = new CheckIdentity(BY_CLERK, true, "免許証");
    private static final StepCommand FAIL_TO_CONFIRM = new CheckIdentity(BY_CLERK, false, "免許証");
    private static final StepCommand CHARGE = new RecordFee(BY_CLERK, false, 500, "JPY");
    private static final StepCommand PAY = new RecordFee(BY_CLERK, true, 500, "JPY");
    private static final StepCommand PAY_LESS = new RecordFee(BY_CLERK, true, 400, "JPY");
    private static final StepCommand GRANT = new DecideRequest(BY_CLERK, true, "理由");
    private static final StepCommand DECLINE = new DecideRequest(BY_CLERK, false, "理由");
    private static final StepCommand COMPLETE = new CompleteRequest(BY_CLERK);
    private static final StepCommand LIFT = new LiftSuspension(BY_CLERK, "理由");

    /** What each step meets where a request of that past stands; {@code null} where it is recorded. */
    private static final Map<String, Case> CASES = Map.ofEntries(
            Map.entry("受付", new Case(List.of(DISCLOSURE), "C N  f i  p i  g i  d i  k i  l s")),
            Map.entry("確認できず", new Case(List.of(DISCLOSURE, NOT_CONFIRMED), "C N  f i  p i  g i  D  k i  l s")),
            Map.entry("本人確認済み", new Case(List.of(DISCLOSURE, CONFIRMED), "c s n s  F P  g s  d s  k s  l s")),
            Map.entry("手数料請求済み", new Case(List.of(DISCLOSURE, CONFIRMED, CHARGED), "c s n s  F P  g s  D  k s  l s")),
            Map.entry("手数料支払済み", new Case(List.of(DISCLOSURE, CONFIRMED, PAID), "c s n s  f s p s  G D  k s  l s")),
            Map.entry(
                    "認容", new Case(List.of(DISCLOSURE, CONFIRMED, PAID, GRANTED), "c s n s  f s p s  g s d s  K  l s")),
            Map.entry(
                    "お断り", new Case(List.of(DISCLOSURE, NOT_CONFIRMED, DECLINED), "c s n s  f s p s  g s d s  K  l s")),
            Map.entry(
                    "完了",
                    new Case(
                            List.of(DISCLOSURE, CONFIRMED, PAID, GRANTED, COMPLETED),
                            "c s n s  f s p s  g s d s  k s  l s")),
            Map.entry(
                    "利用停止",
                    new Case(List.of(SUSPENSION, CONFIRMED, PAID, SUSPENDED), "c s n s  f s p s  g s d s  K  L")),
            Map.entry(
                    "利用停止の完了",
                    new Case(
                            List.of(SUSPENSION, CONFIRMED, PAID, SUSPENDED, COMPLETED),
                            "c s n s  f s p s  g s d s  k s  L")),
            Map.entry(
                    "利用停止の解除",
                    new Case(
                            List.of(SUSPENSION, CONFIRMED, PAID, SUSPENDED, LIFTED),
                            "c s n s  f s p s  g s d s  K  l s")));

    /** In {@code expected} a capital letter is a step that is recorded, a small one with its code one that is rejected. */
    private record Case(List<RequestEvent> past, String expected) {}

    private static final Map<Character, StepCommand> STEPS = Map.of(
            'c',
            CONFIRM,
            'n',
            FAIL_TO_CONFIRM,
            'f',
            CHARGE,
            'p',
            PAY,
            'g',
            GRANT,
            'd',
            DECLINE,
            'k',
            COMPLETE,
            'l',
            LIFT);

    private static final Map<Character, Code> CODES = Map.of('i', IDENTITY_NOT_CONFIRMED, 's', STATE_CONFLICT);

    private static AggregateTestFixture<DataRequests> ledger() {
        return new AggregateTestFixture<>(DataRequests.class);
    }

    @TestFactory
    @DisplayName("どの状態でも、許される手続だけが記録され、ほかは符号とともに拒まれる")
    List<DynamicTest> allowsOneOrderOnly() {
        return CASES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> meets(entry.getValue())))
                .toList();
    }

    private static void meets(Case given) {
        var steps = given.expected().replace(" ", "");
        int met = 0;
        for (int i = 0; i < steps.length(); i++, met++) {
            char step = steps.charAt(i);
            if (Character.isUpperCase(step)) {
                recorded(of(STEPS, Character.toLowerCase(step)), given.past());
            } else {
                rejected(of(STEPS, step), of(CODES, steps.charAt(++i)), given.past());
            }
        }
        if (met != STEPS.size()) {
            throw new AssertionError("not every step is tried: " + given.expected());
        }
    }

    private static <T> T of(Map<Character, T> named, char name) {
        return Objects.requireNonNull(named.get(name));
    }

    private static void recorded(StepCommand step, List<RequestEvent> past) {
        ledger().given(past)
                .when(step)
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(Matchers.payloadsMatching(
                        Matchers.listWithAllOf(Matchers.matches(RequestEvent.class::isInstance))));
    }

    private static void rejected(StepCommand step, Code code, List<RequestEvent> past) {
        ledger().given(past)
                .when(step)
                .expectException(Matchers.<CommandRejected>matches(rejected -> rejected.code() == code))
                .expectNoEvents();
    }

    @Test
    @DisplayName("請求の種類ごとに、受付を記録する")
    void recordsThatARequestArrived() {
        ledger().givenNoPriorActivity().when(receive(RequestKind.DISCLOSURE)).expectEvents(DISCLOSURE);
        ledger().given(DISCLOSURE, CONFIRMED)
                .when(new ReceiveRequest(CUSTOMER, "two", RequestKind.CORRECTION, "住所", act()))
                .expectEvents(new CorrectionRequested(CUSTOMER, "two", "住所", ARRIVED, Channel.LETTER, Actor.self()));
    }

    @Test
    @DisplayName("各手続は、行った者とともに記録する")
    void recordsWhoTookEachStep() {
        ledger().given(DISCLOSURE).when(CONFIRM).expectEvents(CONFIRMED);
        ledger().given(DISCLOSURE).when(FAIL_TO_CONFIRM).expectEvents(NOT_CONFIRMED);
        ledger().given(DISCLOSURE, CONFIRMED).when(CHARGE).expectEvents(CHARGED);
        ledger().given(DISCLOSURE, CONFIRMED).when(PAY).expectEvents(PAID);
        ledger().given(DISCLOSURE, CONFIRMED, PAID).when(GRANT).expectEvents(GRANTED);
        ledger().given(DISCLOSURE, CONFIRMED, PAID).when(DECLINE).expectEvents(DECLINED);
        ledger().given(DISCLOSURE, CONFIRMED, PAID, GRANTED).when(COMPLETE).expectEvents(COMPLETED);
    }

    @Test
    @DisplayName("利用停止の請求を認めると、その時から利用を停止し、解除まで続く")
    void suspendsTheUse() {
        ledger().given(SUSPENSION, CONFIRMED, PAID).when(GRANT).expectEvents(SUSPENDED);
        ledger().given(SUSPENSION, CONFIRMED, PAID, SUSPENDED).when(LIFT).expectEvents(LIFTED);
    }

    @Test
    @DisplayName("請求した手数料と異なる額の支払は記録しない")
    void rejectsAPaymentOfAnotherFee() {
        rejected(PAY_LESS, STATE_CONFLICT, List.of(DISCLOSURE, CONFIRMED, CHARGED));
        ledger().given(DISCLOSURE, CONFIRMED, CHARGED, new FeeCharged(CUSTOMER, ID, 400, "JPY", NOW, CLERK))
                .when(PAY_LESS)
                .expectEvents(new FeePaid(CUSTOMER, ID, 400, "JPY", NOW, CLERK));
    }

    @Test
    @DisplayName("このお客様にない請求の手続は拒む")
    void rejectsAStepOfAnUnknownRequest() {
        rejected(CONFIRM, REQUEST_UNKNOWN, List.of());
    }

    @Test
    @DisplayName("時計が戻っても、手続は前の手続より前にならない")
    void takesNoStepBeforeTheOneBefore() {
        var behind = new Taken(CUSTOMER, ID, CLERK, ARRIVED.minusSeconds(5));
        ledger().given(DISCLOSURE)
                .when(new CheckIdentity(behind, true, "免許証"))
                .expectEvents(new IdentityConfirmed(CUSTOMER, ID, "免許証", ARRIVED, CLERK));
    }

    private static ReceiveRequest receive(RequestKind kind) {
        return new ReceiveRequest(CUSTOMER, ID, kind, "すべて", act());
    }

    private static StatedAct act() {
        return new StatedAct(ARRIVED, Channel.LETTER, Actor.self(), null, null, NOW);
    }
}
