package org.consentledger.provisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The provisions found so far. Each begins where the one before it ends, so that no character is lost or owned twice. */
final class Drafts {
    static final int NONE = -1;

    private record Draft(
            String path,
            Kind kind,
            @Nullable String number,
            @Nullable String label,
            @Nullable String caption,
            int from,
            int parent) {}

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Integer> printed = new HashMap<>();

    /** Adds a provision and answers its index. The path gets {@code ~2} where it was given before. */
    int add(
            String path,
            Kind kind,
            @Nullable String number,
            @Nullable String label,
            @Nullable String caption,
            int from,
            int parent) {
        int times = printed.merge(path, 1, Integer::sum);
        var unique = times == 1 ? path : path + "~" + times;
        // White space before the first provision is its own.
        drafts.add(new Draft(unique, kind, number, label, caption, drafts.isEmpty() ? 0 : from, parent));
        return drafts.size() - 1;
    }

    /** The next of what is counted by place alone, such as texts and elisions. */
    int addNext(Kind kind, String segment, int from, int parent) {
        var base = below(parent) + segment + ":";
        int place = printed.merge(base, 1, Integer::sum);
        return add(base + place, kind, null, null, null, from, parent);
    }

    void caption(int index, String caption) {
        var draft = drafts.get(index);
        drafts.set(
                index, new Draft(draft.path, draft.kind, draft.number, draft.label, caption, draft.from, draft.parent));
    }

    boolean isCaptioned(int index) {
        return drafts.get(index).caption != null;
    }

    boolean wasPrinted(String path) {
        return printed.containsKey(path);
    }

    int last() {
        return drafts.size() - 1;
    }

    Kind kind(int index) {
        return drafts.get(index).kind;
    }

    int parent(int index) {
        return drafts.get(index).parent;
    }

    /** What the paths of those that belong to this one begin with. */
    String below(int index) {
        return index == NONE ? "" : drafts.get(index).path + "/";
    }

    List<Provision> provisions(String text) {
        var provisions = new ArrayList<Provision>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            int until = i + 1 < drafts.size() ? drafts.get(i + 1).from : text.length();
            provisions.add(new Provision(
                    draft.path,
                    draft.kind,
                    draft.number,
                    draft.label,
                    draft.caption,
                    text.substring(draft.from, until),
                    draft.from,
                    until,
                    draft.parent));
        }
        return provisions;
    }
}
