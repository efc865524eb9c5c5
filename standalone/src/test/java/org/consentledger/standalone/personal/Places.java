package org.consentledger.standalone.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that the product has written anywhere, to be searched. */
final class Places {
    /** A character for each byte. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private final Map<String, String> contents = new TreeMap<>();

    /** Each table of the database, whatever its schema, as PostgreSQL prints its rows. */
    Places tables(DataSource database) {
        var jdbc = JdbcClient.create(database);
        jdbc.sql("""
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'""")
                .query(String.class)
                .list()
                .forEach(table -> add(
                        "table " + table,
                        String.join(
                                "\n",
                                jdbc.sql("select t::text from " + table + " t")
                                        .query(String.class)
                                        .list())));
        return this;
    }

    /**
     * Each file below a directory.
     *
     * @param programs not looked into
     */
    Places files(Path directory, Path programs) {
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                    return visited.equals(programs) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (!Files.isRegularFile(file)) {
                        return FileVisitResult.CONTINUE;
                    }
                    try {
                        contents.put("file " + directory.relativize(file), new String(Files.readAllBytes(file), BYTES));
                        return FileVisitResult.CONTINUE;
                    } catch (IOException e) {
                        return visitFileFailed(file, e);
                    }
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE; // the database has just thrown it away
                    }
                    throw failure;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Places add(String place, String content) {
        contents.put(place, new String(content.getBytes(StandardCharsets.UTF_8), BYTES));
        return this;
    }

    /** Where a string occurs, in whatever form. */
    List<String> where(String text) {
        var found = new ArrayList<String>();
        var forms = Planted.forms(text).stream()
                .map(form -> new String(form, BYTES))
                .toList();
        contents.forEach((place, content) -> {
            if (forms.stream().anyMatch(content::contains)) {
                found.add(place);
            }
        });
        return found;
    }
}
