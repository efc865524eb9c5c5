package org.consentledger.standalone.personal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Strings that occur nowhere else, each put into one member that could name a person. */
final class Planted {
    /** What each of them begins with. */
    static final String MARK = "zq7植木-";

    private final Map<String, String> byPlace = new TreeMap<>();

    /** A new string for a place, such as {@code acceptance.actor.name}. */
    String at(String place) {
        return byPlace.computeIfAbsent(place, name -> MARK + name.replace('.', '-') + "-" + byPlace.size() + "x");
    }

    /** By their places. */
    Map<String, String> all() {
        return Map.copyOf(byPlace);
    }

    /** A string in every form in which bytes are written down: as it is, in hexadecimal, in base64 at any offset. */
    static List<byte[]> forms(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var forms = new ArrayList<byte[]>();
        forms.add(bytes);
        forms.add(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            var base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // The first and the last characters depend on what stands beside it.
            var certain = base64.substring(offset == 0 ? 0 : offset + 1, base64.length() - 2);
            forms.add(certain.getBytes(StandardCharsets.US_ASCII));
            forms.add(certain.replace('+', '-').replace('/', '_').getBytes(StandardCharsets.US_ASCII));
        }
        return forms;
    }
}
