package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.github.slacklogging.pipeline.PipelineView;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;

/**
 * The endpoint {@code slacklogging}: what is going on, why, and orders to the pipeline.
 * Read-only unless {@code management.endpoint.slacklogging.access} is
 * {@code unrestricted}. Requests and answers stand in {@code docs/endpoint.md}.
 *
 * <p>
 * Thread-safe. Blocks: readers for at most three times the patience of {@link Settings},
 * since a worker may be held up and a disk may hang; orders until Slack has answered,
 * within the patience for it; the action {@code doctor} for up to a minute. What is not
 * there by then is missing from the answer, which says why. No answer holds a secret.
 */
@Endpoint(id = "slacklogging", defaultAccess = Access.READ_ONLY)
@RegisterReflectionForBinding({ EndpointStatus.class, EndpointKind.class, EndpointAnswer.Tested.class,
		EndpointAnswer.Flushed.class, EndpointAnswer.Muted.class, EndpointAnswer.Unmuted.class,
		EndpointAnswer.Retried.class, EndpointAnswer.Examined.class, EndpointAnswer.Pending.class,
		EndpointAnswer.Refused.class })
public final class SlackLoggingEndpoint {

	private final EndpointReading reading;

	private final EndpointOrders orders;

	/**
	 * Asks and orders a pipeline.
	 * @param view of it
	 * @param settings how to
	 * @param nanoTime monotonic clock, as {@link System#nanoTime()}
	 */
	public SlackLoggingEndpoint(PipelineView view, Settings settings, LongSupplier nanoTime) {
		this.reading = new EndpointReading(view, settings.patience(), settings.development(), nanoTime);
		this.orders = new EndpointOrders(view, settings.patience(), settings.patienceForSlack());
	}

	@ReadOperation
	@ManagedOperation(description = "How everything fares, open incidents, mutes and dead letters")
	EndpointStatus status() {
		return this.reading.status();
	}

	@ReadOperation
	@ManagedOperation(description = "Why events are of one kind")
	@ManagedOperationParameter(name = "fingerprint", description = "As Slack shows it: #k7f3q2a, or without #")
	@Nullable EndpointKind kind(@Selector String fingerprint) {
		return this.reading.kind(fingerprint).orElse(null);
	}

	@WriteOperation
	@ManagedOperation(description = "Has the pipeline do something")
	@ManagedOperationParameter(name = "action", description = "test, flush, mute, unmute, retry-rejected or doctor")
	@ManagedOperationParameter(name = "destination", description = "For test: name of one destination, or nothing")
	@ManagedOperationParameter(name = "fingerprint", description = "For mute and unmute: the kind, or nothing")
	@ManagedOperationParameter(name = "logger", description = "For mute and unmute: the logger, or nothing")
	@ManagedOperationParameter(name = "for", description = "For mute: 2h, PT2H, ten-times-more or next-version")
	EndpointAnswer order(@Nullable String action, @Nullable String destination, @Nullable String fingerprint,
			@Nullable String logger, @Nullable String term) {
		EndpointReply reply = reply(new EndpointOrder(action, destination, fingerprint, logger, term));
		if (reply.answer() instanceof EndpointAnswer.Refused refused) {
			throw new InvalidEndpointRequestException(refused.error(), refused.error());
		}
		return reply.answer();
	}

	EndpointReply reply(EndpointOrder order) {
		return this.orders.carryOut(order);
	}

	/**
	 * How to ask.
	 *
	 * @param patience how long to wait for the worker
	 * @param patienceForSlack how long to wait where Slack has to answer
	 * @param development whether the inbox is a fine place for messages
	 */
	public record Settings(Duration patience, Duration patienceForSlack, boolean development) {

	}

}
