package org.consentledger.standalone.issuer;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.consentledger.access.Scope;

/**
 * What one needs to get a token of this product's own issuer.
 *
 * @param tokenUrl where tokens are given (RFC 6749 §3.2)
 * @param clients by their names
 * @param users by their names
 */
public record Credentials(URI tokenUrl, Map<String, Client> clients, Map<String, User> users) {
    /** The customer of the demo data who may log in himself. */
    private static final String DEMO_CUSTOMER = "demo-2019";

    public Credentials {
        clients = new TreeMap<>(clients);
        users = new TreeMap<>(users);
    }

    /**
     * A program that gets tokens for itself (client credentials grant, RFC 6749 §4.4).
     *
     * @param scopes what its tokens allow where it asks for nothing less
     */
    public record Client(String id, String secret, List<String> scopes) {
        public Client {
            scopes = List.copyOf(scopes);
        }

        @Override
        public String toString() {
            return "Client[id=" + id + "]";
        }
    }

    /** Somebody who logs in. */
    public record User(String password, List<String> roles) {
        public User {
            roles = List.copyOf(roles);
        }

        @Override
        public String toString() {
            return "User[roles=" + roles + "]";
        }
    }

    /** Random ones for every role, with the secrets kept that there are. */
    static Credentials complete(URI tokenUrl, Map<String, Client> clients, Map<String, User> users) {
        var allClients = new TreeMap<>(clients);
        var allUsers = new TreeMap<>(users);
        for (var role : Role.values()) {
            if (role == Role.CUSTOMER) {
                allUsers.computeIfAbsent(DEMO_CUSTOMER, _ -> new User(Secrets.random(), List.of(role.title())));
            } else {
                var scopes = titles(role);
                allClients.merge(
                        role.title(),
                        new Client(role.title(), Secrets.random(), scopes),
                        (there, made) -> new Client(there.id(), there.secret(), scopes));
                allUsers.computeIfAbsent(role.title(), _ -> new User(Secrets.random(), List.of(role.title())));
            }
        }
        return new Credentials(tokenUrl, allClients, allUsers);
    }

    private static List<String> titles(Role role) {
        return new ArrayList<>(Stream.of(Scope.values())
                .filter(role.scopes()::contains)
                .map(Scope::value)
                .toList());
    }
}
