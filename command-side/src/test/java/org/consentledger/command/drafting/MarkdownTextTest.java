package org.consentledger.command.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Markdown の箇条書きの番号")
class MarkdownTextTest {
    private final Set<LeftOut> leftOut = EnumSet.noneOf(LeftOut.class);

    @Test
    @DisplayName("4 の後の二つめの 2 は、5 に直されず、そうと知らされる")
    void keepsNumbersThatDoNotFollow() {
        assertThat(MarkdownText.of("3. 三\n4. 四\n   続き\n2. 二\n\n10) 十\n12) 十二\n", leftOut))
                .isEqualTo("3. 三\n4. 四\n続き\n2. 二\n\n10) 十\n12) 十二\n");
        assertThat(leftOut).containsExactly(LeftOut.NUMBERS_AS_WRITTEN);
    }

    @Test
    @DisplayName("番号が続くとき、またはすべて 1 のときは、数えたとおり")
    void countsWhereTheAuthorLeavesItToMarkdown() {
        assertThat(MarkdownText.of("1. 甲\n1. 乙\n   > 1. 丙\n   > 2. 丁\n1. 戊\n", leftOut))
                .isEqualTo("1. 甲\n2. 乙\n  1. 丙\n  2. 丁\n3. 戊\n");
        assertThat(leftOut).isEmpty();
    }
}
