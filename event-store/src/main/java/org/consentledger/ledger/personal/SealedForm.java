package org.consentledger.ledger.personal;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EventTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stored form of events whose members could name a person. It is made and opened on the JSON tree, so upcasters see
 * trees of either kind: sealed, with {@code null} in place of what is sealed, or opened.
 */
public final class SealedForm {
    private static final String CUSTOMER = "customerId";

    private final JsonMapper events;

    /**
     * @param events the one mapper of events
     * @throws IllegalStateException where an event holds what could name a person and does not say whose it is
     */
    public SealedForm(JsonMapper events) {
        PersonalMembers.check();
        this.events = events;
    }

    /** Whether events of this class can have anything to seal. */
    public static boolean concerns(Class<?> event) {
        return !PersonalMembers.of(event).isEmpty();
    }

    /**
     * The bytes of an event to store.
     *
     * @param keys the key to seal with, asked for only where there is something to seal
     */
    public byte[] seal(AboutCustomer event, Function<CustomerId, DataKey> keys) {
        var stored = EventTypes.of(event.getClass());
        ObjectNode tree = events.valueToTree(event);
        PersonalMembers.of(event.getClass()).replace(tree, "", (pointer, value) -> {
            var place = new Place(stored.name(), Integer.toString(stored.revision()), pointer);
            return keys.apply(event.customerId())
                    .seal(place, events.writeValueAsBytes(value))
                    .json();
        });
        return events.writeValueAsBytes(tree);
    }

    /**
     * The event's JSON with what is sealed opened; {@code null} where its key is destroyed.
     *
     * @param event stored name
     * @param revision of the stored form
     * @param keys the key of an id; {@code null} for one that is destroyed
     * @throws SealBroken where anything does not open with its key, or names another customer's key
     */
    public byte[] open(byte[] stored, String event, String revision, Function<String, @Nullable DataKey> keys) {
        var tree = events.readTree(stored);
        String customer = tree.path(CUSTOMER).stringValue("");
        return events.writeValueAsBytes(replaceSealed(tree, "", (pointer, node) -> {
            try {
                var sealed = SealedMember.parse(node);
                if (!sealed.customer().equals(customer)) {
                    throw new SealBroken("it is sealed with the key of another customer");
                }
                var key = keys.apply(sealed.kid());
                return key == null
                        ? NullNode.instance
                        : events.readTree(key.open(new Place(event, revision, pointer), sealed));
            } catch (SealBroken e) {
                throw new SealBroken(event + " " + pointer + ": " + e.getMessage(), e);
            }
        }));
    }

    /** The ids of the keys that an event is sealed with. */
    public Set<String> kids(byte[] stored) {
        var kids = new TreeSet<String>();
        replaceSealed(events.readTree(stored), "", (_, node) -> {
            kids.add(SealedMember.parse(node).kid());
            return node;
        });
        return kids;
    }

    private static JsonNode replaceSealed(
            JsonNode node, String pointer, BiFunction<String, JsonNode, JsonNode> replacement) {
        if (SealedMember.is(node)) {
            return replacement.apply(pointer, node);
        }
        switch (node) {
            case ObjectNode object ->
                object.properties()
                        .forEach(member -> member.setValue(
                                replaceSealed(member.getValue(), pointer + "/" + member.getKey(), replacement)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, replaceSealed(array.get(i), pointer + "/" + i, replacement));
                }
            }
            default -> {}
        }
        return node;
    }
}
