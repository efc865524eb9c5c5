package org.consentledger.standalone.contract;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consentledger.standalone.InProcessProduct;
import org.consentledger.standalone.TestTokens;
import org.consentledger.standalone.agreements.Client;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Who asks the system that is to keep the contract: the one at {@code -Dledger.url}, or the launcher's parameter of that name,
 * whose clients {@code -Dledger.credentials} names (a file like the product's {@code credentials.json}) unless this JVM's tests
 * have started it; or else a product of these tests' own.
 */
final class RunningSystem implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Client.class;
    }

    @Override
    public Client resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(RunningSystem.class))
                .computeIfAbsent(Asked.class, _ -> Asked.open(url(test)), Asked.class)
                .client();
    }

    private static String url(ExtensionContext test) {
        return test.getConfigurationParameter("ledger.url").orElse("");
    }

    private record Asked(Client client, Closeable system) implements AutoCloseable {
        static Asked open(String url) {
            try {
                return url.isEmpty() ? started() : running(URI.create(url));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private static Asked running(URI url) throws IOException {
            if (!TestTokens.isKnown(url)) {
                var credentials = Path.of(System.getProperty("ledger.credentials", "data/credentials.json"));
                TestTokens.know(url, credentials.toAbsolutePath().getParent());
            }
            return new Asked(new Client(url), () -> {});
        }

        private static Asked started() throws Exception {
            var data = Files.createTempDirectory("contract");
            var product = InProcessProduct.startWithDemo(data);
            return new Asked(new Client(product.url()), () -> {
                product.close();
                FileSystemUtils.deleteRecursively(data);
            });
        }

        @Override
        public void close() throws IOException {
            client.close();
            system.close();
        }
    }
}
