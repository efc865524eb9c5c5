package org.consentledger.standalone.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * The programs of PostgreSQL, unpacked from the class path.
 *
 * @param version such as {@code 18.6.0}; its first number is the major version, which a data directory is bound to
 * @param home the directory that holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(String version, Path home) {

    /** Unpacks this product's PostgreSQL into {@code <parent>/<version>}, once. */
    static PostgresBinaries unpackedIn(Path parent) throws IOException, InterruptedException {
        var version = builtVersion();
        var resource = resourceFor(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        return unpackedIn(parent, version, () -> open(resource));
    }

    static PostgresBinaries unpackedIn(Path parent, String version, Archive archive)
            throws IOException, InterruptedException {
        var home = parent.resolve(version);
        if (!Files.isDirectory(home)) {
            WholeDirectory.create(home, partial -> {
                try (var txz = archive.open()) {
                    BinaryArchive.unpack(txz, partial);
                }
            });
        }
        return new PostgresBinaries(version, home);
    }

    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    static String resourceFor(String osName, String osArch) {
        var os = osName.toLowerCase(Locale.ROOT);
        var system = os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "darwin" : "windows";
        var arch = switch (osArch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
        return "postgres-" + system + "-" + arch + ".txz";
    }

    private static String builtVersion() throws IOException {
        var properties = new Properties();
        try (var file = resource("/org/consentledger/standalone/postgres/binaries.properties")) {
            properties.load(file);
        }
        return properties.getProperty("version");
    }

    private static InputStream open(String resource) throws IOException {
        return resource("/" + resource);
    }

    private static InputStream resource(String name) throws IOException {
        var stream = PostgresBinaries.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("this build brings no " + name + ": it was made for another platform");
        }
        return stream;
    }

    /** Where the packed programs come from. */
    @FunctionalInterface
    interface Archive {
        InputStream open() throws IOException;
    }
}
