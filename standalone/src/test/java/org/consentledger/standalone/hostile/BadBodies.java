package org.consentledger.standalone.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spoils JSON bodies: what they say, then how that is written, then the bytes. */
final class BadBodies {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[][] NOT_UTF_8 = {
        {(byte) 0xff},
        {(byte) 0xc0, (byte) 0x80},
        {(byte) 0xe0, (byte) 0x80, (byte) 0xaf},
        {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
        {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
        {(byte) 0xf8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80},
        {(byte) 0xe3, (byte) 0x81},
        {0},
        {0x1b},
    };

    /** As they stand in a text of JSON, which a tree could not hold. */
    private static final List<String> RAW = List.of(
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"",
            "\"\\x\"",
            "'a'",
            "undefined",
            "[]",
            "{}",
            "[[]]",
            "{\"a\":1}",
            "\"a\\",
            "//",
            "[1,]",
            "\"" + "\\u0041".repeat(2000) + "\"",
            "[".repeat(20),
            "[".repeat(20) + "]".repeat(20),
            "{\"a\":".repeat(17) + "1" + "}".repeat(17),
            "[".repeat(100_000),
            "\"\ud83d\"");

    private final Random random;

    BadBodies(Random random) {
        this.random = random;
    }

    byte[] of(JsonNode good) {
        var tree = good.deepCopy();
        var raw = new ArrayList<String>();
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times; i++) {
            var places = new ArrayList<JsonNode>();
            collect(tree, places);
            if (places.isEmpty()) {
                return one(RAW).getBytes(StandardCharsets.UTF_8);
            }
            spoil(places.get(random.nextInt(places.size())), raw);
        }
        return spoiled(written(tree, raw));
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainer()) {
            places.add(node);
            node.values().forEach(child -> collect(child, places));
        }
    }

    /** @param raw takes what a tree cannot hold; the tree holds a mark in its place */
    private void spoil(JsonNode place, List<String> raw) {
        if (place instanceof ObjectNode object) {
            var names = List.copyOf(object.propertyNames());
            var name = names.isEmpty() ? "x" : one(names);
            switch (random.nextInt(10)) {
                case 0 -> object.remove(name);
                case 1 -> object.put(text(), 1);
                case 2 -> object.putNull(name);
                case 3 -> object.set(one(List.of("constructor", "class", "x", "")), object.deepCopy());
                case 4 -> object.putArray(name).add(1);
                case 5 -> object.set(name, mark(raw, one(RAW)));
                case 6 -> object.set(name, mark(raw, one(BadTexts.NUMBERS)));
                case 7 -> object.set(text(), mark(raw, one(RAW)));
                default -> object.put(name, text());
            }
        } else if (place instanceof ArrayNode array) {
            switch (random.nextInt(4)) {
                case 0 -> array.removeAll();
                case 1 -> array.addNull();
                case 2 -> {
                    for (int i = 0; i < 1000; i++) {
                        array.add(array.isEmpty() ? JSON.nullNode() : array.get(0));
                    }
                }
                default -> array.add(text());
            }
        }
    }

    private JsonNode mark(List<String> raw, String text) {
        raw.add(text);
        return JSON.stringNode("raw-" + (raw.size() - 1));
    }

    private String text() {
        return one(one(BadTexts.ALL));
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String written(JsonNode tree, List<String> raw) {
        var text = JSON.writeValueAsString(tree);
        for (int i = 0; i < raw.size(); i++) {
            text = text.replace("\"raw-" + i + "\"", raw.get(i));
        }
        return switch (random.nextInt(12)) {
            case 0 -> twice(text);
            case 1 -> text + text;
            case 2 -> text.substring(0, random.nextInt(text.length() + 1));
            case 3 -> text + one(List.of(",", "}", "\u0000", "x", " null"));
            default -> text;
        };
    }

    /** The first member once more, or a last one that some readers would take for it. */
    private String twice(String text) {
        int end = text.indexOf(':');
        return !text.startsWith("{\"") || end < 0
                ? text
                : text.substring(0, text.length() - 1) + "," + text.substring(1, end) + ":" + one(RAW) + "}";
    }

    private byte[] spoiled(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(16)) {
            case 0 -> inserted(bytes, NOT_UTF_8[random.nextInt(NOT_UTF_8.length)]);
            case 1 -> text.getBytes(StandardCharsets.UTF_16);
            case 2 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 3 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 4 -> flipped(bytes);
            default -> bytes;
        };
    }

    private byte[] inserted(byte[] bytes, byte[] more) {
        int at = random.nextInt(bytes.length + 1);
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(more);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private byte[] flipped(byte[] bytes) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /** Media types that a body of JSON is not, or not quite. */
    static final List<String> MEDIA_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/json; charset=\"",
            "application/json;;;",
            "application/*",
            "*/*",
            "application/json, text/plain",
            "application",
            "application/x-java-serialized-object",
            "application/problem+json",
            "application/yaml",
            "application/cbor",
            "text/html; charset=UTF-7",
            "\u0001",
            "");

    /** Where a part of the body goes for something else. */
    static @Nullable String coding(Random random) {
        return Map.of(0, "gzip", 1, "br", 2, "identity", 3, "x").get(random.nextInt(8));
    }
}
