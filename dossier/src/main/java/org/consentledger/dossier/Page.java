package org.consentledger.dossier;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.consentledger.texts.Printable;

/**
 * A page that browsers read as HTML and programs as XML, without scripts. The bytes of a report must be the same for ever,
 * so it is written by the JDK and by no library whose next release may write it otherwise.
 */
final class Page {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    Page() {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeDTD("<!DOCTYPE html>");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes into the page. */
    @FunctionalInterface
    interface Content {
        void write();
    }

    /** An element with what is written meanwhile; names and values of attributes alternate. */
    Page element(String name, Content content, String... attributes) {
        try {
            xml.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], Printable.text(attributes[i + 1]));
            }
            content.write();
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element with a text. */
    Page element(String name, String said, String... attributes) {
        return element(name, () -> text(said), attributes);
    }

    Page text(String said) {
        try {
            xml.writeCharacters(Printable.text(said));
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A table of names and values, which alternate. */
    Page rows(String... namesAndValues) {
        return element(
                "table",
                () -> element("tbody", () -> {
                    for (int i = 0; i < namesAndValues.length; i += 2) {
                        row(namesAndValues[i], namesAndValues[i + 1]);
                    }
                }));
    }

    private void row(String name, String value) {
        element("tr", () -> {
            element("th", name, "class", "key", "scope", "row");
            element("td", value);
        });
    }

    /** A table with the cells of its head and the rows of its body; the head stands on each sheet of paper again. */
    Page table(Content head, Content body, String... attributes) {
        return element(
                "table",
                () -> {
                    element("thead", () -> element("tr", head));
                    element("tbody", body);
                },
                attributes);
    }

    /** The whole page, which is then finished. */
    String finished() {
        try {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text + "\n";
    }
}
