package org.consentledger.command.drafting;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Markdown (CommonMark, with tables) as plain lines: what a reader sees of it, without its signs. */
final class MarkdownText {
    private static final int MOST_NESTED = 50;
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(MOST_NESTED)
            .maxInlineNesting(MOST_NESTED)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();
    private final String markdown;
    private final Set<LeftOut> leftOut;

    private MarkdownText(String markdown, Set<LeftOut> leftOut) {
        this.markdown = markdown;
        this.leftOut = leftOut;
    }

    static String of(String markdown, Set<LeftOut> leftOut) {
        var plain = new MarkdownText(markdown, leftOut);
        plain.blocks(PARSER.parse(markdown), "", true);
        return plain.text.toString();
    }

    /** The blocks in one, a blank line between them unless it is a list whose items are close together. */
    private void blocks(Node parent, String indent, boolean apart) {
        for (var block = parent.getFirstChild(); block != null; block = block.getNext()) {
            int start = text.length();
            block(block, indent);
            if (apart && block.getNext() != null && text.length() > start) {
                text.append('\n');
            }
        }
    }

    private void block(Node block, String indent) {
        switch (block) {
            case Heading heading -> line(indent, heading);
            case Paragraph paragraph -> line(indent, paragraph);
            case ListBlock list -> list(list, indent);
            case FencedCodeBlock code -> text.append(code.getLiteral());
            case IndentedCodeBlock code -> text.append(code.getLiteral());
            case TableBlock table -> table(table);
            case HtmlBlock _ -> leftOut.add(LeftOut.HTML_LEFT_OUT);
            default -> blocks(block, indent, true);
        }
    }

    private void line(String indent, Node block) {
        text.append(indent);
        inlines(block);
        text.append('\n');
    }

    private void list(ListBlock list, String indent) {
        var numbers = list instanceof OrderedList ordered
                ? WrittenNumbers.of(ordered, markdown, leftOut).iterator()
                : Collections.<Integer>emptyIterator();
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            text.append(indent);
            text.append(list instanceof OrderedList ordered ? numbers.next() + delimiter(ordered) + " " : "・");
            item((ListItem) item, indent, list.isTight());
            if (!list.isTight() && item.getNext() != null) {
                text.append('\n');
            }
        }
    }

    private static String delimiter(OrderedList list) {
        return list.getMarkerDelimiter() == null ? "." : list.getMarkerDelimiter();
    }

    /** Its first paragraph stands on the line of its mark. */
    private void item(ListItem item, String indent, boolean tight) {
        var first = item.getFirstChild();
        if (first instanceof Paragraph) {
            inlines(first);
            first.unlink();
        }
        text.append('\n');
        blocks(item, indent + INDENT, !tight);
    }

    private void table(TableBlock table) {
        leftOut.add(LeftOut.TABLES_FLATTENED);
        rows(table);
    }

    private void rows(Node parent) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof TableRow row) {
                for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    inlines((TableCell) cell);
                    text.append(cell.getNext() == null ? '\n' : '\t');
                }
            } else {
                rows(child);
            }
        }
    }

    private void inlines(Node parent) {
        for (var inline = parent.getFirstChild(); inline != null; inline = inline.getNext()) {
            switch (inline) {
                case Text words -> text.append(words.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case SoftLineBreak _, HardLineBreak _ -> text.append('\n');
                case HtmlInline html -> html(html.getLiteral());
                case Image image -> {
                    leftOut.add(LeftOut.PICTURES_LEFT_OUT);
                    inlines(image);
                }
                case Link link -> link(link);
                default -> inlines(inline);
            }
        }
    }

    private void html(String tag) {
        if (tag.matches("(?i)<br\\s*/?>")) {
            text.append('\n');
        } else {
            leftOut.add(LeftOut.HTML_LEFT_OUT);
        }
    }

    private void link(Link link) {
        int start = text.length();
        inlines(link);
        if (!link.getDestination().endsWith(text.substring(start))) {
            leftOut.add(LeftOut.LINK_ADDRESSES_LEFT_OUT);
        }
    }
}
