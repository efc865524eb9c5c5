package org.consentledger.benchmarks.generated;

import java.util.random.RandomGenerator;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.Evidence;
import org.jspecify.annotations.Nullable;

/** How somebody said something, and what was observed of him: what the ledger seals. */
record WayOfActing(Channel channel, Actor actor, @Nullable Evidence evidence) {
    private static final double ON_THE_WEB = 0.7;
    private static final double IN_THE_APP = 0.9;
    private static final int BYTE = 256;
    private static final Actor CLERK =
            new Actor(Actor.Kind.STAFF, "Contact centre, second desk", null, "said so on the telephone");
    private static final String BROWSER =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0";
    private static final String APP = "ExampleApp/4.2 (iPhone; iOS 17.5)";

    static WayOfActing random(RandomGenerator random) {
        double chance = random.nextDouble();
        if (chance >= IN_THE_APP) {
            return new WayOfActing(Channel.PHONE, CLERK, null);
        }
        var address = "198.51." + random.nextInt(BYTE) + "." + random.nextInt(BYTE);
        return chance < ON_THE_WEB
                ? new WayOfActing(Channel.WEB, Actor.self(), new Evidence(address, BROWSER, null))
                : new WayOfActing(Channel.APP, Actor.self(), new Evidence(address, APP, null));
    }
}
