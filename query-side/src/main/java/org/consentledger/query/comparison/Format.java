package org.consentledger.query.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The forms in which a comparison table is answered; the first one where the client likes several equally. */
enum Format {
    JSON(Format.JSON_TYPE, "json"),
    HTML(Format.HTML_TYPE, "html"),
    DOCX(Format.DOCX_TYPE, "docx"),
    XLSX(Format.XLSX_TYPE, "xlsx");

    static final String JSON_TYPE = MediaType.APPLICATION_JSON_VALUE;
    static final String HTML_TYPE = "text/html;charset=UTF-8";
    static final String DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String type;
    private final String extension;

    Format(String type, String extension) {
        this.type = type;
        this.extension = extension;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    String extension() {
        return extension;
    }

    /**
     * What the client likes best (RFC 9110 §12.5.1): the quality of a form is that of the most specific range it lies in,
     * and a quality of zero rules it out.
     */
    static Optional<Format> preferred(List<MediaType> accept) {
        var ranges = accept.isEmpty() ? List.of(MediaType.ALL) : accept;
        return Arrays.stream(values())
                .filter(format -> format.quality(ranges) > 0)
                .max(Comparator.<Format>comparingDouble(format -> format.quality(ranges))
                        .thenComparing(Comparator.reverseOrder()));
    }

    static List<MediaType> types() {
        return Arrays.stream(values()).map(Format::type).toList();
    }

    private double quality(List<MediaType> ranges) {
        return ranges.stream()
                .filter(range -> range.includes(type()))
                .min(Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }
}
