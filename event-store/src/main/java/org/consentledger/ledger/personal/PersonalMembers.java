package org.consentledger.ledger.personal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.EventTypes;
import org.consentledger.events.PersonalData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which members of a type could name a person: those of its components that are marked {@link PersonalData}, and those
 * within the records and lists of records that it holds.
 *
 * @param marked whether it is such a member itself
 * @param members those within it, by name
 */
record PersonalMembers(boolean marked, Map<String, PersonalMembers> members) {
    private static final ClassValue<PersonalMembers> OF = new ClassValue<>() {
        @Override
        protected PersonalMembers computeValue(Class<?> type) {
            return read(type);
        }
    };

    static PersonalMembers of(Class<?> type) {
        return OF.get(type);
    }

    /**
     * Looks through all events.
     *
     * @throws IllegalStateException where one holds what could name a person and does not say whose it is
     */
    static void check() {
        EventTypes.all().forEach((name, event) -> {
            if (!of(event).isEmpty() && !AboutCustomer.class.isAssignableFrom(event)) {
                throw new IllegalStateException(name + " holds personal data and is about no customer");
            }
        });
    }

    boolean isEmpty() {
        return !marked && members.isEmpty();
    }

    /**
     * Puts another value in the place of each marked member that is there.
     *
     * @param sealing what takes the place of a member, by its pointer and its value
     */
    void replace(ObjectNode object, String pointer, BiFunction<String, JsonNode, JsonNode> sealing) {
        members.forEach((name, member) -> {
            var value = object.path(name);
            String place = pointer + "/" + name;
            if (value.isMissingNode() || value.isNull()) {
                return;
            }
            if (member.marked) {
                object.set(name, sealing.apply(place, value));
            } else {
                member.replaceWithin(value, place, sealing);
            }
        });
    }

    private void replaceWithin(JsonNode value, String pointer, BiFunction<String, JsonNode, JsonNode> sealing) {
        switch (value) {
            case ObjectNode object -> replace(object, pointer, sealing);
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    replaceWithin(array.get(i), pointer + "/" + i, sealing);
                }
            }
            default -> throw new IllegalStateException("a record is no object in JSON at " + pointer);
        }
    }

    private static PersonalMembers read(Class<?> type) {
        var members = new LinkedHashMap<String, PersonalMembers>();
        if (type.isRecord()) {
            for (var component : type.getRecordComponents()) {
                var member = of(component);
                if (!member.isEmpty()) {
                    members.put(component.getName(), member);
                }
            }
        }
        return new PersonalMembers(false, members);
    }

    private static PersonalMembers of(RecordComponent component) {
        if (component.isAnnotationPresent(PersonalData.class)) {
            return new PersonalMembers(true, Map.of());
        }
        return component.getType() == List.class
                        && component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? of(element)
                : of(component.getType());
    }
}
