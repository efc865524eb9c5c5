package org.consentledger.provisions;

import java.util.List;

/**
 * Something in a text that its author should look at; nothing is ever repaired. {@link WarningTexts} puts it into words.
 *
 * @param path of the provision it is about
 * @param arguments what the words need, in the order that the code names
 */
public record Warning(Code code, String path, List<String> arguments) {
    /** What was found, and the arguments that come with it. */
    public enum Code {
        /** The printed number does not come after the one before it: number, the one before it (empty for none). */
        NUMBER_DOES_NOT_FOLLOW,
        /** The printed number stands there already: number. */
        NUMBER_TWICE,
        /** It says nearly what another provision says: path of the other. */
        NEAR_DUPLICATE,
        /** An article that says nothing: its label. */
        EMPTY_ARTICLE,
        /** The latest effective date in the 付則 is another: the date in the text, the edition's, both ISO 8601. */
        EFFECTIVE_DATE_DIFFERS,
        /** The title names another edition: the number in the title, the edition's. */
        EDITION_NUMBER_DIFFERS,
        /** Characters that no reader sees: their code points (U+200B), each once. */
        INVISIBLE_CHARACTERS,
        /** There are more of one kind than anybody reads, from this provision on: the kind, how many more. */
        MORE_OF_THESE
    }

    public Warning {
        arguments = List.copyOf(arguments);
    }

    static Warning of(Code code, Provision provision, String... arguments) {
        return new Warning(code, provision.path(), List.of(arguments));
    }
}
