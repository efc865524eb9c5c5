package org.consentledger.console.ledger;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** How the ledger is, and whether something that it once gave out holds. */
@Controller
class LedgerController {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Api api;

    LedgerController(Api api) {
        this.api = api;
    }

    /** @param checked where it was, the verdict on what was checked last in this session is shown */
    @GetMapping("/console/ledger")
    String page(
            @RequestParam(required = false) @Nullable String checked,
            @SessionAttribute(name = Checked.KEPT, required = false) @Nullable Checked last,
            Model page,
            Locale language) {
        if (checked != null && last != null) {
            page.addAttribute("checked", last.file());
            page.addAttribute("verdict", last.verdict());
        }
        return health(page, language);
    }

    private String health(Model page, Locale language) {
        page.addAttribute("health", api.ask(Address.ofLedger("health"), Health.class, language));
        page.addAttribute("times", new Clock(ZONE, language));
        return "ledger";
    }

    /**
     * Checks what somebody has.
     *
     * @param file a dossier, or a receipt that is kept as a file
     * @param receipt one that was pasted; counts where no file was chosen
     */
    @PostMapping("/console/ledger/verification")
    String verify(
            @RequestParam(required = false) @Nullable Part file,
            @RequestParam(required = false) @Nullable String receipt,
            HttpSession session,
            Model page,
            Locale language)
            throws IOException {
        if ((file == null || file.getSize() == 0) && (receipt == null || receipt.isBlank())) {
            page.addAttribute("nothingSent", true);
            return health(page, language);
        }
        byte[] sent = file == null || file.getSize() == 0
                ? pasted(receipt)
                : file.getInputStream().readAllBytes();
        try {
            var verdict = api.inquire(
                    Address.of("verifications"),
                    isArchive(sent) ? "application/zip" : "text/plain",
                    sent,
                    Verdict.class,
                    language);
            session.setAttribute(Checked.KEPT, new Checked(file == null ? null : file.getSubmittedFileName(), verdict));
            return "redirect:/console/ledger?checked";
        } catch (ApiDeclined declined) {
            page.addAttribute("problem", declined.problemOfInput());
            return health(page, language);
        }
    }

    /** Forms send the ends of lines as CR LF; a receipt has LF, and one at its end. */
    private static byte[] pasted(@Nullable String receipt) {
        var text = receipt == null ? "" : receipt.replace("\r\n", "\n").strip() + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As every archive begins that holds anything, and no text does. */
    private static boolean isArchive(byte[] sent) {
        return sent.length > 1 && sent[0] == 'P' && sent[1] == 'K';
    }
}
