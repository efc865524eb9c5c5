package org.consentledger.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchiveTest {
    private static final long MOST = 1 << 20;
    private static final Map<String, byte[]> FILES = new TreeMap<>(Map.of(
            "answer.json", "{\"edition\":13}".getBytes(UTF_8),
            "editions/13.txt", "約款 ".repeat(500).getBytes(UTF_8),
            "empty", new byte[0]));

    private static void assertFiles(Map<String, byte[]> files) {
        assertThat(files.keySet()).isEqualTo(FILES.keySet());
        files.forEach((path, bytes) -> assertThat(bytes).as(path).isEqualTo(FILES.get(path)));
    }

    @Test
    void givesBackWhatWasPutIn() {
        assertFiles(Archive.unpack(Archive.pack(FILES), MOST));
    }

    @Test
    @DisplayName("書庫は、ほかのプログラムでも開く")
    void opensWithOtherPrograms() throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Archive.pack(FILES)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertFiles(files);
    }

    @Test
    @DisplayName("書庫のどのビットを変えても、拒まれるか、同じファイルが出てくる")
    void refusesEveryChangedBitOrGivesTheSameFiles() {
        byte[] archive = Archive.pack(FILES);
        int same = 0;
        for (int bit = 0; bit < 8 * archive.length; bit++) {
            byte[] changed = archive.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            try {
                assertFiles(Archive.unpack(changed, MOST));
                same++;
            } catch (DossierRejected _) {
                // as it should be
            } catch (AssertionError e) {
                throw new AssertionError("bit " + bit + " changes a file unnoticed", e);
            }
        }
        assertThat(same)
                .as("nothing is free but what is left of the last byte of each deflated file")
                .isLessThanOrEqualTo(7 * FILES.size());
    }

    @Test
    @DisplayName("前後や間に余分なバイトのある書庫は、拒まれる")
    void refusesMoreBytesAnywhere() {
        byte[] archive = Archive.pack(FILES);
        for (int at = 0; at <= archive.length; at++) {
            byte[] longer = new byte[archive.length + 1];
            System.arraycopy(archive, 0, longer, 0, at);
            System.arraycopy(archive, at, longer, at + 1, archive.length - at);
            assertRefused(longer);
            assertRefused(Arrays.copyOf(archive, at == archive.length ? 0 : at));
        }
    }

    @Test
    @DisplayName("別のプログラムが作った書庫は、隠しうる欄を持つので拒まれる")
    void refusesAnArchiveThatAnotherProgramPacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : FILES.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        assertRefused(bytes.toByteArray());
    }

    @Test
    void refusesMoreThanItIsToHold() {
        byte[] archive = Archive.pack(Map.of("zeros", new byte[(int) MOST + 1]));
        assertRefused(archive);
    }

    private static void assertRefused(byte[] archive) {
        assertThatThrownBy(() -> Archive.unpack(archive, MOST)).isInstanceOf(DossierRejected.class);
    }
}
