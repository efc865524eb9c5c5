package org.consentledger.console.imports;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.OpenTo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Records of the past in a file: first what they would do, then their import. */
@Controller
@OpenTo("import")
class ImportsController {
    private final Api api;

    ImportsController(Api api) {
        this.api = api;
    }

    @GetMapping("/console/imports")
    String begin() {
        return "imports/begin";
    }

    /** @param preview whether nothing is recorded yet */
    @PostMapping("/console/imports")
    String take(@RequestParam Part file, @RequestParam boolean preview, Model page, Locale language)
            throws IOException {
        var address = Address.of("imports").with("preview", preview ? "true" : null);
        var rows = file.getInputStream().readAllBytes();
        try {
            var taken = api.hand(address, mediaType(file), rows, Import.class, language);
            if (!preview) {
                return "redirect:/console/imports/" + Objects.requireNonNull(taken.importId());
            }
            page.addAttribute("import", taken);
            page.addAttribute("previewed", file.getSubmittedFileName());
        } catch (ApiDeclined declined) {
            page.addAttribute("problem", declined.problemOfInput());
        }
        return "imports/begin";
    }

    @GetMapping("/console/imports/{importId}")
    String progress(@PathVariable UUID importId, Model page, Locale language) {
        page.addAttribute("import", state(importId, language));
        return "imports/progress";
    }

    /** The figures alone, which the page asks for again and again. */
    @GetMapping("/console/imports/{importId}/state")
    String figures(@PathVariable UUID importId, Model page, Locale language) {
        page.addAttribute("import", state(importId, language));
        return "imports/state :: state";
    }

    @GetMapping("/console/imports/{importId}/rejects")
    void rejects(@PathVariable UUID importId, HttpServletResponse response, Locale language) {
        api.fetchOfCommands(address(importId).then("rejects"), response, language);
    }

    private Import state(UUID importId, Locale language) {
        return api.askCommands(address(importId), Import.class, language);
    }

    private static Address address(UUID importId) {
        return Address.of("imports", importId.toString());
    }

    /** By the name of the file, since a browser need not know the types. */
    private static String mediaType(Part file) {
        var name = Objects.requireNonNullElse(file.getSubmittedFileName(), "").toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") ? "text/csv" : "application/x-ndjson";
    }
}
