package org.consentledger.command.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Elements of WordprocessingML (ISO/IEC 29500-1 §17) by their local names, which both of its namespaces share. */
final class WordXml {
    private static final Set<String> WRAPPERS = Set.of("sdt", "sdtContent", "customXml", "ins", "moveTo");

    private WordXml() {}

    static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** With what stands in wrappers in the wrappers' place. */
    static List<Element> content(Element parent) {
        var content = new ArrayList<Element>();
        for (var child : children(parent)) {
            if (WRAPPERS.contains(child.getLocalName())) {
                content.addAll(content(child));
            } else {
                content.add(child);
            }
        }
        return content;
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .findFirst();
    }

    /** The attribute of that local name of a child. */
    static Optional<String> value(Element parent, String child, String attribute) {
        return child(parent, child).flatMap(element -> attribute(element, attribute));
    }

    static Optional<String> value(Element parent, String child) {
        return value(parent, child, "val");
    }

    static Optional<Integer> number(Element parent, String child) {
        return value(parent, child)
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    /** Whether a switch such as {@code <w:vanish/>} is on. */
    static boolean isOn(Element parent, String child) {
        return child(parent, child).isPresent()
                && value(parent, child)
                        .filter(Set.of("0", "false", "off")::contains)
                        .isEmpty();
    }

    static Optional<String> attribute(Element element, String name) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = element.getAttributes().item(i);
            if (attribute.getLocalName().equals(name)) {
                return Optional.of(attribute.getNodeValue());
            }
        }
        return Optional.empty();
    }
}
