package org.consentledger.benchmarks.yardsticks;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/** Serves a yardstick on 127.0.0.1 until it is told to stop: the product's servlet container, and one servlet. */
public final class YardstickService {
    /** As many as the product admits; its 200 threads are what the container has by itself. */
    private static final String CONNECTIONS = "1000";

    private YardstickService() {}

    /**
     * What a process is told.
     *
     * @param storedBytes how many bytes the service that stores bytes stores of each request
     * @param told where the service writes its address when it serves
     */
    public static List<String> arguments(Yardstick yardstick, int storedBytes, Path told) {
        return List.of(yardstick.name(), Integer.toString(storedBytes), told.toString());
    }

    /** Takes {@link #arguments}. */
    public static void main(String... arguments) throws IOException, SQLException {
        var yardstick = Yardstick.valueOf(arguments[0]);
        var servlet = yardstick.on(ServiceDatabase.ofEnvironment().pool(), Integer.parseInt(arguments[1]));
        var factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.addConnectorCustomizers(connector -> connector.setProperty("maxConnections", CONNECTIONS));
        var server = factory.getWebServer(new ServletRegistrationBean<>(servlet, "/*"));
        server.start();
        var told = Path.of(arguments[2]);
        var written = Files.writeString(
                told.resolveSibling(told.getFileName() + ".new"), "http://127.0.0.1:" + server.getPort());
        Files.move(written, told, StandardCopyOption.ATOMIC_MOVE);
    }
}
