package org.consentledger.provisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is given as a text, every character of it belongs to exactly one provision. */
@DisplayName("どんな文でも、一字も失わず、二度数えない")
class AnyTextTest {
    private static final List<String> PIECES = List.of(
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\u2028",
            "\u2029",
            "\u0085",
            "\f",
            "\u000B",
            " ",
            "　",
            "\t",
            "\u00A0",
            "\u200B",
            "\uFEFF",
            "\u3099",
            "\u0301",
            "𠮷",
            "👨‍👩‍👧",
            "\uD83D",
            "\uDC00",
            "\0",
            "第",
            "条",
            "の",
            "項",
            "章",
            "節",
            "編",
            "一",
            "十二",
            "千",
            "6",
            "６",
            "⑥",
            "②",
            "❷",
            "⑴",
            "(",
            ")",
            "（",
            "）",
            "【",
            "】",
            "〔",
            "略",
            "（略）",
            "(略)",
            "付則",
            "附　則",
            "以上",
            "第6条",
            "第 ６ 条",
            "第四条の二",
            "第一章 ",
            "第2節",
            "(1)",
            "（ア）",
            "イ ",
            "ロ ",
            "(a)",
            "(iv)",
            "1.",
            "1.1 ",
            "2.1.3 ",
            "2 ",
            "２．",
            "3、",
            "。",
            "、",
            ":",
            "Article 5. ",
            "Section ",
            "# ",
            "⽤",
            "ﷺ",
            "から",
            "~",
            "99999999999999",
            "本文");

    @Test
    void ownsEveryCharacterOnce() {
        LongStream.range(0, 5_000).forEach(AnyTextTest::owns);
    }

    @Test
    @Tag("campaign")
    void ownsEveryCharacterOfManyTexts() {
        LongStream.range(5_000, 200_000).forEach(AnyTextTest::owns);
    }

    @Test
    void hasNoProvisionsWhereThereIsNoText() {
        assertThat(Structure.of("").provisions()).isEmpty();
    }

    @Test
    @DisplayName("4 MiB の悪意ある文も、長さに比例する時間で読む")
    void readsLargeHostileTextsInLinearTime() {
        int characters = (4 << 20) / 3;
        for (var piece : List.of(
                "\n",
                "(",
                "第",
                "第1条\n",
                "(1)\n(a)\n①\nイ \n(ア)\n一 \n1)\na)\n(i)\nA.\n",
                "（",
                " ",
                "\u200B",
                "ﷺ",
                "一",
                "1.",
                "1.1 \n",
                "a\n\n",
                "(略)\n",
                "(題)\n",
                "第一章 あ\n",
                "付則\n",
                "2 あ\n",
                "第1条の1の1の1")) {
            var text = piece.repeat(characters / piece.length());
            // Two minutes are for the busiest of machines: what is not linear takes hours.
            assertTimeoutPreemptively(Duration.ofMinutes(2), () -> Structure.of(text), piece);
        }
    }

    private static void owns(long seed) {
        var text = random(new SplittableRandom(seed));
        var rebuilt = new StringBuilder();
        var paths = new HashSet<String>();
        var provisions = Structure.of(text).provisions();
        for (int i = 0; i < provisions.size(); i++) {
            var provision = provisions.get(i);
            assertThat(provision.from()).as("seed %d", seed).isEqualTo(rebuilt.length());
            rebuilt.append(provision.text());
            assertThat(provision.until()).as("seed %d", seed).isEqualTo(rebuilt.length());
            assertThat(paths.add(provision.path()))
                    .as("seed %d: %s", seed, provision.path())
                    .isTrue();
            assertThat(provision.text())
                    .as("seed %d: %s", seed, provision.path())
                    .isNotEmpty();
            assertThat(provision.parent()).as("seed %d", seed).isLessThan(i);
            assertThat(inOrder(provisions, i))
                    .as("seed %d: %s", seed, provision.path())
                    .isTrue();
        }
        assertThat(rebuilt.toString()).as("seed %d", seed).isEqualTo(text);
    }

    /** Whether the parent is the provision before, or one that this belongs to: else the tree would be out of order. */
    private static boolean inOrder(List<Provision> provisions, int index) {
        int parent = provisions.get(index).parent();
        int open = index - 1;
        while (open >= 0 && open != parent) {
            open = provisions.get(open).parent();
        }
        return open == parent;
    }

    private static String random(SplittableRandom random) {
        var text = new StringBuilder();
        int pieces = random.nextInt(40);
        for (int i = 0; i < pieces; i++) {
            int kind = random.nextInt(10);
            if (kind == 0) {
                text.append((char) random.nextInt(0x10000));
            } else if (kind < 4) {
                text.append('\n');
            } else {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }
}
