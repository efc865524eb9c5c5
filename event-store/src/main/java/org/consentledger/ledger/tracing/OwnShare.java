package org.consentledger.ledger.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Of the traces that callers want sampled (W3C {@code traceparent}) the same part is sampled as of those that begin here; one
 * that its caller does not want sampled is not. By the ids of the traces, so that whoever samples by them chooses the same.
 */
public final class OwnShare implements Sampler {
    private final Sampler share;
    private final Sampler asItsParent;

    /** @param probability from 0, none, to 1, all */
    public OwnShare(double probability) {
        this.share = Sampler.traceIdRatioBased(probability);
        this.asItsParent = Sampler.parentBased(share);
    }

    @Override
    public SamplingResult shouldSample(
            Context context, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        var parent = Span.fromContext(context).getSpanContext();
        var decides = parent.isRemote() && parent.isSampled() ? share : asItsParent;
        return decides.shouldSample(context, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "OwnShare{" + share.getDescription() + "}";
    }

    @Override
    public String toString() {
        return getDescription();
    }
}
