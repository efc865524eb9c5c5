package org.consentledger.ledger.testing;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc.EventStoreImplBase;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** The event store's calls that the product makes. */
final class EventStoreOfDouble extends EventStoreImplBase {
    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final KeptEvents events;

    EventStoreOfDouble(KeptEvents events) {
        this.events = events;
    }

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> answer) {
        List<Event> transaction = new ArrayList<>();
        return new StreamObserver<>() {
            @Override
            public void onNext(Event event) {
                transaction.add(event);
            }

            @Override
            public void onError(Throwable failure) {
                // the client has gone before it committed
            }

            @Override
            public void onCompleted() {
                try {
                    events.append(transaction);
                } catch (KeptEvents.OutOfSequence e) {
                    var trailers = new Metadata();
                    trailers.put(ERROR_CODE, "AXONIQ-2000");
                    answer.onError(
                            Status.OUT_OF_RANGE.withDescription(e.getMessage()).asRuntimeException(trailers));
                    return;
                }
                answer.onNext(Confirmation.newBuilder().setSuccess(true).build());
                answer.onCompleted();
            }
        };
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> answer) {
        return new Reader(events, answer);
    }

    @Override
    public void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> answer) {
        answer.onNext(
                TrackingToken.newBuilder().setToken(events.all().size() - 1).build());
        answer.onCompleted();
    }

    @Override
    public void readHighestSequenceNr(
            ReadHighestSequenceNrRequest request, StreamObserver<ReadHighestSequenceNrResponse> answer) {
        answer.onNext(ReadHighestSequenceNrResponse.newBuilder()
                .setToSequenceNr(events.highest(request.getAggregateId()))
                .build());
        answer.onCompleted();
    }

    /** One client's stream: it is sent what there is, and what comes, as far as it permits. */
    private static final class Reader implements StreamObserver<GetEventsRequest> {
        private final KeptEvents events;
        private final StreamObserver<EventWithToken> answer;
        private final Runnable listener = this::send;
        private long next = -1;
        private long permits;

        Reader(KeptEvents events, StreamObserver<EventWithToken> answer) {
            this.events = events;
            this.answer = answer;
            // With it, nothing is thrown at whoever sends to a client that has gone.
            ((ServerCallStreamObserver<EventWithToken>) answer)
                    .setOnCancelHandler(() -> events.removeListener(listener));
        }

        @Override
        public synchronized void onNext(GetEventsRequest request) {
            if (next < 0) {
                next = request.getTrackingToken();
                events.addListener(listener);
            }
            permits += request.getNumberOfPermits();
            send();
        }

        private synchronized void send() {
            for (var event : events.from(next, permits)) {
                answer.onNext(EventWithToken.newBuilder()
                        .setToken(next)
                        .setEvent(event)
                        .build());
                next++;
                permits--;
            }
        }

        @Override
        public void onError(Throwable failure) {
            events.removeListener(listener);
        }

        @Override
        public void onCompleted() {
            events.removeListener(listener);
            answer.onCompleted();
        }
    }
}
