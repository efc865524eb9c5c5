package org.consentledger.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a comparison table.
 *
 * @param newer the first column (新)
 * @param older the second column (旧)
 * @param path in the newer text, of a deleted provision in the older; of an elided row, of the first provision left out
 * @param oldPath in the older text; {@code null} where it has none
 * @param edits by which this row makes the newer text of the older
 */
public record Row(
        Cell newer,
        Cell older,
        Remark remark,
        String path,
        @Nullable String oldPath,
        List<Edit> edits) {

    public Row {
        edits = List.copyOf(edits);
    }
}
