package org.consentledger.standalone;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class ProductVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        @Nullable String version = ProductVersion.class.getPackage().getImplementationVersion();
        return new String[] {"Consent Ledger " + (version == null ? "(not packaged)" : version)};
    }
}
