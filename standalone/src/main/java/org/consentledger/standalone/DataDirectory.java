package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Path;
import org.consentledger.standalone.postgres.DatabaseDirectory;
import org.consentledger.standalone.postgres.OwnerOnly;

/**
 * The one directory that holds everything a product on an embedded PostgreSQL must remember, and its layout.
 *
 * <pre>
 * lock               held by the running process, which wrote its number into it
 * address            where the running process serves; means nothing while the lock is free
 * pgdata/            the database
 * postgres-password  of the database's superuser
 * postgres/VERSION/  PostgreSQL's programs, unpacked from the product; may be deleted while it is stopped
 * keys/              the ledger's keys, what its signer remembers, and who was erased
 * imports/           imports over HTTP: rows on their way, and what was rejected
 * credentials.json   clients and users of the product's own issuer of tokens, with their secrets
 * issuer-keys.json   what that issuer signs with
 * logs/              PostgreSQL's log; the product itself logs to standard output
 * </pre>
 *
 * @param root absolute
 */
record DataDirectory(Path root) {
    private static final String BREAKS_THE_SHELL = ".*[\"$`\\\\\\n\\r].*";

    DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** Creates what is missing, readable by its owner alone. */
    void create() throws IOException {
        // pg_ctl hands the path to a shell between double quotes.
        if (root.getFileSystem().getSeparator().equals("/") && root.toString().matches(BREAKS_THE_SHELL)) {
            throw new StartRefused("the path of the data directory must not contain any of \" $ ` \\: " + root);
        }
        OwnerOnly.createDirectory(root);
        OwnerOnly.createDirectory(keys());
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path address() {
        return root.resolve("address");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path imports() {
        return root.resolve("imports");
    }

    DatabaseDirectory database() {
        return DatabaseDirectory.in(root);
    }
}
