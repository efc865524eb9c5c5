package org.consentledger.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.consentledger.comparison.Segment.Change;
import org.consentledger.provisions.Structure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

@DisplayName("でたらめな改訂の新旧対照表")
class RandomEditsTest {
    @Test
    @DisplayName("加えた変更がすべて表れ、ほかは表れず、旧に当てれば新になる")
    void findsEveryEditAndNothingElse() {
        LongStream.range(0, 200).forEach(RandomEditsTest::finds);
    }

    @Test
    @Tag("campaign")
    void findsEveryEditOfManyRevisions() {
        LongStream.range(200, 2_000).forEach(RandomEditsTest::finds);
    }

    @Test
    @DisplayName("似ても似つかない文どうしでも、旧に当てれば新になる")
    void makesAnyTextOfAnyOther() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            var older = Structure.of(scrambled(random));
            var newer = Structure.of(random.nextBoolean() ? scrambled(random) : shuffled(older.text(), random));
            var table = ComparisonTable.of(older, newer, List.of());
            assertThat(table.apply(older.text())).as("seed %d", seed).isEqualTo(newer.text());
        }
    }

    @Test
    @DisplayName("二千の条項を読み、比べる")
    void comparesTwoThousandProvisions(TestReporter reporter) {
        var random = new SplittableRandom(1);
        var older = Model.random(random, 500);
        var newer = older.copy();
        newer.articles.add(3, newer.article("1"));
        for (int i = 0; i < newer.articles.size(); i += 5) {
            Amended.change(newer.articles.get(i).parts.getFirst(), newer);
        }
        newer.renumber();
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            var before = Structure.of(older.text());
            var after = Structure.of(newer.text());
            long parsed = System.nanoTime();
            var table = ComparisonTable.of(before, after, List.of());
            long compared = System.nanoTime();
            assertThat(table.apply(older.text())).isEqualTo(newer.text());
            reporter.publishEntry(Map.of(
                    "provisions", Integer.toString(after.provisions().size()),
                    "parsed both in ms", Long.toString((parsed - start) / 1_000_000),
                    "compared in ms", Long.toString((compared - parsed) / 1_000_000)));
        }
    }

    private static void finds(long seed) {
        var amended = Amended.random(seed);
        var older = amended.older();
        var newer = amended.newer();
        int moved = amended.moved();
        var table = ComparisonTable.of(Structure.of(older.text()), Structure.of(newer.text()), List.of());
        assertThat(table.apply(older.text())).as("seed %d", seed).isEqualTo(newer.text());
        assertThat(table.rows().stream()
                        .filter(row -> row.remark() != Remark.ELIDED)
                        .map(row -> row.remark() + " " + row.path())
                        .toList())
                .as("seed %d\n%s\n=====\n%s", seed, older.text(), newer.text())
                .containsExactlyInAnyOrderElementsOf(expected(older, newer, moved));
        table.rows().forEach(row -> showsItsEdits(row, seed));
        assertThat(table.layout())
                .as("seed %d", seed)
                .allMatch(edit -> edit.removed().strip().equals(edit.inserted().strip()));
        identities(older, newer, seed);
    }

    /** What is applied is what a reader sees: all of it, and no more; and he sees apart what differs. */
    private static void showsItsEdits(Row row, long seed) {
        if (row.remark() == Remark.ELIDED) {
            assertThat(row.edits()).as("seed %d", seed).isEmpty();
            return;
        }
        var edits = row.edits().stream()
                .sorted(Comparator.comparingInt(Edit::place))
                .toList();
        var where = "seed " + seed + " " + row.path();
        assertThat(row.newer().text()).as(where).isEqualTo(joined(edits, Edit::inserted));
        assertThat(row.older().text()).as(where).isEqualTo(joined(edits, Edit::removed));
        assertThat(same(row.newer())).as(where).isEqualTo(same(row.older()));
        assertThat(row.newer().segments().stream().anyMatch(segment -> segment.change() == Change.INSERTED)
                        || row.older().segments().stream().anyMatch(segment -> segment.change() == Change.DELETED))
                .as(where)
                .isEqualTo(!row.newer().text().equals(row.older().text()));
    }

    private static String joined(List<Edit> edits, Function<Edit, String> side) {
        return edits.stream().map(side).collect(Collectors.joining()).strip();
    }

    private static String same(Cell cell) {
        return cell.segments().stream()
                .filter(segment -> segment.change() == Change.SAME)
                .map(Segment::text)
                .collect(Collectors.joining());
    }

    private static List<String> expected(Model older, Model newer, int moved) {
        var before = older.printed();
        var after = newer.printed();
        var rows = new ArrayList<String>();
        after.forEach((id, now) -> {
            var then = before.get(id);
            if (within(now, after, moved)) {
                return;
            }
            if (id == moved) {
                rows.add("MOVED " + now.path());
            } else if (then == null && (now.parent() == 0 || before.containsKey(now.parent()))) {
                rows.add("ADDED " + now.path());
            } else if (then != null && !then.line().equals(now.line())) {
                rows.add("CHANGED " + now.path());
            }
        });
        before.forEach((id, then) -> {
            boolean gone = !after.containsKey(id) && (then.parent() == 0 || after.containsKey(then.parent()));
            if (gone && !within(then, before, moved)) {
                rows.add("DELETED " + then.path());
            }
        });
        return rows;
    }

    private static boolean within(Model.Printed part, Map<Integer, Model.Printed> all, int moved) {
        if (part.parent() == 0) {
            return false;
        }
        var parent = all.get(part.parent());
        return part.parent() == moved || (parent != null && within(parent, all, moved));
    }

    private static void identities(Model older, Model newer, long seed) {
        var matching = Matching.of(Structure.of(older.text()), Structure.of(newer.text()), List.of());
        var after = newer.printed();
        var paths = matching.newPaths();
        older.printed().forEach((id, then) -> {
            var now = after.get(id);
            assertThat(paths.get(then.path()))
                    .as("seed %d: %s", seed, then.path())
                    .isEqualTo(now == null ? null : now.path());
        });
    }

    private static String scrambled(SplittableRandom random) {
        var lines = List.of(
                "約款",
                "第1条 甲",
                "第2条 乙と丙とは次のことに合意する。",
                "2 二項である。",
                "(1) 一号",
                "(2) 二号",
                "(略)",
                "",
                "第一章 総則",
                "（見出し）",
                "付則 2020年2月21日",
                "第1条の2 丁",
                "イ　いろは",
                "2 二項である。",
                "続きの行である。",
                "以上");
        var text = new StringBuilder();
        for (int i = random.nextInt(25); i > 0; i--) {
            text.append(lines.get(random.nextInt(lines.size()))).append(random.nextInt(8) == 0 ? "\r\n" : "\n");
        }
        return text.toString();
    }

    private static String shuffled(String text, SplittableRandom random) {
        var lines = new ArrayList<>(text.lines().toList());
        for (int i = 0; i < 3 && !lines.isEmpty(); i++) {
            var line = lines.remove(random.nextInt(lines.size()));
            lines.add(random.nextInt(lines.size() + 1), line);
        }
        return String.join("\n", lines);
    }
}
