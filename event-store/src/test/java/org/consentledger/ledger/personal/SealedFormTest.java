package org.consentledger.ledger.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.PersonalFacts.CUSTOMER;
import static org.consentledger.ledger.testing.PersonalFacts.NAMES;
import static org.consentledger.ledger.testing.PersonalFacts.accepted;
import static org.consentledger.ledger.testing.PersonalFacts.closed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EventMapper;
import org.consentledger.events.agreement.EditionAccepted;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SealedFormTest {
    private static final JsonMapper EVENTS = EventMapper.create();
    private static final String NAME = "agreement.EditionAccepted";
    private static final DataKey KEY = DataKey.random(CUSTOMER, 1);

    private final SealedForm form = new SealedForm(EVENTS);
    private final byte[] stored = form.seal(accepted(CUSTOMER), _ -> KEY);

    @Test
    @DisplayName("個人を示しうる値は、一つも平文で残らない")
    void showsNothingOfWhatItSeals() {
        assertThat(new String(stored, StandardCharsets.UTF_8))
                .doesNotContain(NAMES)
                .contains("\"kid\":\"c:7:1\"");
        assertThat(form.kids(stored)).isEqualTo(Set.of("c:7:1"));
    }

    @Test
    void sealsEachMemberInItsPlaceAndLeavesTheOthers() {
        var plain = EVENTS.<ObjectNode>valueToTree(accepted(CUSTOMER));
        var sealed = EVENTS.readTree(stored);

        for (var pointer : List.of("/actor/name", "/actor/authority", "/actor/reason", "/evidence/note")) {
            assertThat(sealed.at(pointer).propertyNames()).containsExactly("$enc", "kid", "iv", "ct");
        }
        for (var name : List.of("customerId", "termsId", "digest", "expressedAt", "channel")) {
            assertThat(sealed.get(name)).isEqualTo(plain.get(name));
        }
        assertThat(sealed.at("/actor/kind")).isEqualTo(plain.at("/actor/kind"));
    }

    @Test
    void opensToTheEvent() {
        assertThat(EVENTS.readValue(open(stored), EditionAccepted.class)).isEqualTo(accepted(CUSTOMER));
    }

    @Test
    void readsAsNullWhereNothingIsOpenedAndWhereTheKeyIsDestroyed() {
        var closed = EVENTS.rebuild().addHandler(new ReadClosed()).build();
        assertThat(closed.readValue(stored, EditionAccepted.class)).isEqualTo(closed(CUSTOMER));
        assertThat(EVENTS.readValue(form.open(stored, NAME, "1", _ -> null), EditionAccepted.class))
                .isEqualTo(closed(CUSTOMER));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("another member", tree -> swap(tree, "/actor/name", "/actor/reason")),
                change("a member elsewhere", tree -> swap(tree, "/actor/name", "/evidence/note")),
                change("another customer's event", tree -> tree.put("customerId", "c:8")),
                change("a customer whose id begins like it", tree -> tree.put("customerId", "c")),
                change("another algorithm", tree -> in(tree, "/actor/name").put("$enc", "A128GCM")),
                change("no nonce", tree -> in(tree, "/actor/name").remove("iv")),
                change("an empty ciphertext", tree -> in(tree, "/actor/name").put("ct", "")),
                change("no base64", tree -> in(tree, "/actor/name").put("ct", "*")),
                change("a word more", tree -> in(tree, "/actor/name").put("more", "x")),
                change("one bit", SealedFormTest::flip));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void isAnErrorWhereItWasChangedOrMoved(String change, Consumer<ObjectNode> changing) {
        var tree = (ObjectNode) EVENTS.readTree(stored);
        changing.accept(tree);
        byte[] changed = EVENTS.writeValueAsBytes(tree);

        assertThatThrownBy(() -> open(changed))
                .isInstanceOf(SealBroken.class)
                .hasMessageNotContainingAny(NAMES.toArray(String[]::new));
    }

    @Test
    void isAnErrorUnderAnotherNameOrRevision() {
        assertThatThrownBy(() -> form.open(stored, "agreement.EditionRefused", "1", _ -> KEY))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> form.open(stored, NAME, "2", _ -> KEY)).isInstanceOf(SealBroken.class);
    }

    @Test
    void isAnErrorUnderAnotherKeyOfTheSameId() {
        var other = DataKey.random(new CustomerId("c:7"), 1);
        assertThatThrownBy(() -> form.open(stored, NAME, "1", _ -> other)).isInstanceOf(SealBroken.class);
    }

    private byte[] open(byte[] bytes) {
        return form.open(bytes, NAME, "1", kid -> kid.equals(KEY.kid()) ? KEY : null);
    }

    private static Arguments change(String name, Consumer<ObjectNode> changing) {
        return Arguments.of(name, changing);
    }

    private static ObjectNode in(JsonNode tree, String pointer) {
        return (ObjectNode) tree.at(pointer);
    }

    private static void swap(ObjectNode tree, String one, String other) {
        var first = tree.at(one);
        var second = tree.at(other);
        put(tree, one, second);
        put(tree, other, first);
    }

    private static void put(ObjectNode tree, String pointer, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        in(tree, pointer.substring(0, last)).set(pointer.substring(last + 1), value);
    }

    private static void flip(ObjectNode tree) {
        var member = in(tree, "/actor/name");
        String text = member.path("ct").stringValue();
        member.put("ct", (text.charAt(0) == 'A' ? "B" : "A") + text.substring(1));
    }
}
